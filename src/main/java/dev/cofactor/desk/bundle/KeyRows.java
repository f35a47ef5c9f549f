// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Holders' public keys. */
@ApplicationScoped
@Transactional
class KeyRows {
    private static final String KEYS = "select id, person, public_key, event, created_at, ended_at from bundle_key ";

    private final EntityManager entities;

    KeyRows(EntityManager entities) {
        this.entities = entities;
    }

    /** As the table has it; what it is worth, the log tells. */
    record Key(UUID id, UUID person, byte[] publicKey, UUID event, Instant since, Optional<Instant> ended) {}

    Optional<Key> find(UUID id) {
        return read(query(KEYS + "where id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    /** That of now. */
    Optional<Key> of(UUID person) {
        return read(query(KEYS + "where person = :person and ended_at is null").setParameter("person", person)).stream()
                .findFirst();
    }

    /** Those of now, the oldest first. */
    List<Key> all() {
        return read(query(KEYS + "where ended_at is null order by created_at, id"));
    }

    void add(Key key) {
        entities.createNativeQuery("insert into bundle_key (id, person, public_key, event, created_at)"
                        + " values (:id, :person, :key, :event, :time)")
                .setParameter("id", key.id())
                .setParameter("person", key.person())
                .setParameter("key", key.publicKey())
                .setParameter("event", key.event())
                .setParameter("time", key.since())
                .executeUpdate();
    }

    /** @return whether he had one */
    boolean end(UUID person, Instant time) {
        return entities.createNativeQuery(
                                "update bundle_key set ended_at = :time where person = :person and ended_at is null")
                        .setParameter("time", time)
                        .setParameter("person", person)
                        .executeUpdate()
                == 1;
    }

    private NativeQuery<Tuple> query(String sql) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("person", UUID.class)
                .addScalar("public_key", byte[].class)
                .addScalar("event", UUID.class)
                .addScalar("created_at", Instant.class)
                .addScalar("ended_at", Instant.class);
    }

    private static List<Key> read(NativeQuery<Tuple> query) {
        return query.getResultList().stream()
                .map(row -> new Key(
                        row.get("id", UUID.class),
                        row.get("person", UUID.class),
                        row.get("public_key", byte[].class),
                        row.get("event", UUID.class),
                        row.get("created_at", Instant.class),
                        Optional.ofNullable(row.get("ended_at", Instant.class))))
                .toList();
    }
}
