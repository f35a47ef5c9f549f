// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Bundles that were agreed to, and what stands of what they are to hold. */
@ApplicationScoped
@Transactional
class BundleRows {
    private static final String BUNDLES =
            "select id, document, author, agreed_by, agreed, agreed_at, made, made_by, made_at, digest, uses from bundle ";

    private final EntityManager entities;

    BundleRows(EntityManager entities) {
        this.entities = entities;
    }

    /** @param made absent while nothing is sealed */
    record Kept(UUID id, String document, UUID author, UUID by, UUID event, Instant at, Optional<Made> made) {}

    /** @param digest of the file; {@code uses}: the public key of its uses */
    record Made(UUID event, UUID by, Instant at, byte[] digest, byte[] uses) {}

    /** A code that nobody has had, and its place in its pool, from 0 on. */
    record Spare(UUID code, int position) {}

    Optional<Kept> find(UUID id) {
        return read(query(BUNDLES + "where id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    /** The newest first. */
    List<Kept> newest(int limit) {
        return read(query(BUNDLES + "order by agreed_at desc, id desc limit " + limit));
    }

    void add(Kept bundle) {
        entities.createNativeQuery("insert into bundle (id, document, author, agreed_by, agreed, agreed_at)"
                        + " values (:id, :document, :author, :by, :event, :time)")
                .setParameter("id", bundle.id())
                .setParameter("document", bundle.document())
                .setParameter("author", bundle.author())
                .setParameter("by", bundle.by())
                .setParameter("event", bundle.event())
                .setParameter("time", bundle.at())
                .executeUpdate();
    }

    /** Of any number who try at the same time one has it. */
    boolean make(UUID id, Made made) {
        return entities.createNativeQuery("update bundle set made = :event, made_by = :by, made_at = :time,"
                                + " digest = :digest, uses = :uses where id = :id and made is null")
                        .setParameter("event", made.event())
                        .setParameter("by", made.by())
                        .setParameter("time", made.at())
                        .setParameter("digest", made.digest())
                        .setParameter("uses", made.uses())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** The seeds that serve in these, by secret. */
    Map<UUID, UUID> serving(Collection<UUID> secrets) {
        return pairs("select secret, value from seed where state = 'serving' and secret in (:secrets)", secrets)
                .stream()
                .collect(toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
    }

    /** The pools that stand in these, by secret. */
    Map<UUID, Set<UUID>> pools(Collection<UUID> secrets) {
        return pairs(
                        "select secret, pool as value from backup_pool where ended_at is null and secret in (:secrets)",
                        secrets)
                .stream()
                .collect(groupingBy(row -> row.get(0, UUID.class), mapping(row -> row.get(1, UUID.class), toSet())));
    }

    private List<Tuple> pairs(String sql, Collection<UUID> secrets) {
        return secrets.isEmpty()
                ? List.of()
                : entities.unwrap(Session.class)
                        .createNativeQuery(sql, Tuple.class)
                        .addScalar("secret", UUID.class)
                        .addScalar("value", UUID.class)
                        .setParameterList("secrets", secrets)
                        .getResultList();
    }

    List<Spare> spare(UUID pool) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "select code, position from claim_backup_code where pool = :pool and event is null order by position",
                        Tuple.class)
                .addScalar("code", UUID.class)
                .addScalar("position", Integer.class)
                .setParameter("pool", pool)
                .getResultList()
                .stream()
                .map(row -> new Spare(row.get("code", UUID.class), row.get("position", Integer.class)))
                .toList();
    }

    private NativeQuery<Tuple> query(String sql) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
        for (String id : List.of("id", "author", "agreed_by", "agreed", "made", "made_by")) {
            query.addScalar(id, UUID.class);
        }
        return query.addScalar("document", String.class)
                .addScalar("agreed_at", Instant.class)
                .addScalar("made_at", Instant.class)
                .addScalar("digest", byte[].class)
                .addScalar("uses", byte[].class);
    }

    private static List<Kept> read(NativeQuery<Tuple> query) {
        return query.getResultList().stream()
                .map(row -> new Kept(
                        row.get("id", UUID.class),
                        row.get("document", String.class),
                        row.get("author", UUID.class),
                        row.get("agreed_by", UUID.class),
                        row.get("agreed", UUID.class),
                        row.get("agreed_at", Instant.class),
                        Optional.ofNullable(row.get("made", UUID.class))
                                .map(event -> new Made(
                                        event,
                                        row.get("made_by", UUID.class),
                                        row.get("made_at", Instant.class),
                                        row.get("digest", byte[].class),
                                        row.get("uses", byte[].class)))))
                .toList();
    }
}
