// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** What is attached to secrets: tags and owners. Plain SQL, because a set is replaced in two statements. */
@Singleton
class LabelRows {
    private final EntityManager entities;

    LabelRows(EntityManager entities) {
        this.entities = entities;
    }

    /** The two kinds of labels. */
    enum Kind {
        TAG("secret_tag", "tag"),
        OWNER("secret_owner", "owner");

        private final String table;
        private final String column;

        Kind(String table, String column) {
            this.table = table;
            this.column = column;
        }

        private String sql(String text) {
            return text.replace("{table}", table).replace("{label}", column);
        }
    }

    Map<UUID, Set<UUID>> of(Collection<UUID> secrets, Kind kind) {
        Map<UUID, Set<UUID>> labels = new HashMap<>();
        if (!secrets.isEmpty()) {
            session()
                    .createNativeQuery(
                            kind.sql(
                                    "select secret, {label} from {table} where until is null and secret in (:secrets)"),
                            Tuple.class)
                    .setParameterList("secrets", secrets)
                    .getResultList()
                    .forEach(row -> labels.computeIfAbsent(row.get(0, UUID.class), id -> new HashSet<>())
                            .add(row.get(1, UUID.class)));
        }
        return labels;
    }

    /** Ends those that are not among these, begins those that are new, and leaves the others alone. */
    void set(UUID secret, Set<UUID> labels, Kind kind, Catalogue.Moment at) {
        Set<UUID> standing = of(Set.of(secret), kind).getOrDefault(secret, Set.of());
        for (UUID gone : minus(standing, labels)) {
            write(kind.sql("""
                    update {table} set until = greatest(since, :time)
                     where secret = :secret and {label} = :label and until is null
                    """), secret, gone, at.time()).executeUpdate();
        }
        for (UUID added : minus(labels, standing)) {
            write(kind.sql("""
                    insert into {table} (secret, {label}, since, event) values (:secret, :label, :time, :event)
                    """), secret, added, at.time())
                    .setParameter("event", at.event())
                    .executeUpdate();
        }
    }

    Map<UUID, String> tags() {
        Map<UUID, String> tags = new TreeMap<>();
        session()
                .createNativeQuery("select id, name from tag", Tuple.class)
                .getResultList()
                .forEach(row -> tags.put(row.get(0, UUID.class), row.get(1, String.class)));
        return tags;
    }

    Optional<UUID> tag(Slug name) {
        return session()
                .createNativeQuery("select id from tag where name = :name", UUID.class)
                .setParameter("name", name.value())
                .uniqueResultOptional();
    }

    void addTag(UUID id, Slug name) {
        session()
                .createNativeMutationQuery("insert into tag (id, name) values (:id, :name)")
                .setParameter("id", id)
                .setParameter("name", name.value())
                .executeUpdate();
    }

    private MutationQuery write(String sql, UUID secret, UUID label, Instant time) {
        return session()
                .createNativeMutationQuery(sql)
                .setParameter("secret", secret)
                .setParameter("label", label)
                .setParameter("time", time);
    }

    private static Set<UUID> minus(Set<UUID> some, Set<UUID> others) {
        Set<UUID> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
