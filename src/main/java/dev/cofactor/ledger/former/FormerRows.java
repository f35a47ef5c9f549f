// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.former;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads what stood at a moment. Plain SQL: no entity is of a moment that has passed. */
@Singleton
class FormerRows {
    private static final String SPOTS = """
            select s.id, s.template, p.parent, p.slug from secret s join place p on p.object = s.id
             where s.id > :after and s.created_at <= :time and (s.deleted_at is null or s.deleted_at > :time)
               and p.since <= :time and (p.until is null or p.until > :time)
             order by s.id limit :most
            """;

    private static final String FOLDERS = """
            select p.object, p.parent, p.slug, f.person from place p join folder f on f.id = p.folder
             where p.folder is not null and p.since <= :time and (p.until is null or p.until > :time)
            """;

    private static final String TAGS = """
            select secret, tag from secret_tag
             where secret in (:secrets) and since <= :time and (until is null or until > :time)
            """;

    private final EntityManager entities;

    FormerRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Where a secret lay. */
    record Lain(UUID secret, UUID template, UUID parent, String slug) {}

    /** What a folder was called, where it stood, and whose own it is. */
    record Above(
            @Nullable UUID parent, String slug, @Nullable UUID personalOf) {}

    List<Lain> spots(Instant time, UUID after, int most) {
        return query(SPOTS, time).setParameter("after", after).setParameter("most", most).getResultList().stream()
                .map(row -> new Lain(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, String.class)))
                .toList();
    }

    Map<UUID, Above> folders(Instant time) {
        Map<UUID, Above> tree = new HashMap<>();
        query(FOLDERS, time)
                .getResultList()
                .forEach(row -> tree.put(
                        row.get(0, UUID.class),
                        new Above(row.get(1, UUID.class), row.get(2, String.class), row.get(3, UUID.class))));
        return tree;
    }

    Map<UUID, Set<UUID>> tags(Collection<UUID> secrets, Instant time) {
        Map<UUID, Set<UUID>> tags = new HashMap<>();
        query(TAGS, time)
                .setParameterList("secrets", secrets)
                .getResultList()
                .forEach(row -> tags.computeIfAbsent(row.get(0, UUID.class), id -> new HashSet<>())
                        .add(row.get(1, UUID.class)));
        return tags;
    }

    private NativeQuery<Tuple> query(String sql, Instant time) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .setParameter("time", time);
    }
}
