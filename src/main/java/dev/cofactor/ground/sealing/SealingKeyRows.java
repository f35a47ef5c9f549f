// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.unlocking.CannotUnlock;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL, because making a key and finding that another node has made it must be one statement. In transactions of
 * its own: a key must outlive the failure of whatever was the first to need it. The steps of a rotation are in their
 * caller's, so that they and the record of them are one commit.
 */
@Singleton
@Transactional(TxType.REQUIRES_NEW)
class SealingKeyRows {
    private static final String KEY = """
            select k.id as id, k.label as label, k.version as version, w.wrapped as wrapped,
                   exists (select from sealing_key_wrap o where o.key = k.id) as kept
              from sealing_key k left join sealing_key_wrap w on w.key = k.id and w.root = :root
             where k.purpose = :purpose
            """;

    private static final String IN_USE = """
             and k.label = :label
             and (k.version = 1 or exists (select from sealing_key_promotion p where p.key = k.id))
           order by k.version desc limit 1
            """;

    private final EntityManager entities;

    SealingKeyRows(EntityManager entities) {
        this.entities = entities;
    }

    /** A key as it is stored. Without {@code wrapped} it is kept under other roots only, or, if not kept, under none. */
    record Stored(UUID id, String label, int version, byte @Nullable [] wrapped, boolean kept) {}

    /** A key under one root key. */
    record Wrapped(RootKey.KeyName name, byte[] bytes) {}

    /** A key that is not stored yet. */
    record Fresh(RootKey.KeyName name, byte[] wrapped) {}

    UUID installation() {
        return (UUID) entities.createNativeQuery("select id from installation", UUID.class)
                .getSingleResult();
    }

    /** The fingerprints of the root keys under which keys are kept. */
    @SuppressWarnings("unchecked")
    List<String> roots() {
        return entities.createNativeQuery("select distinct root from sealing_key_wrap", String.class)
                .getResultList();
    }

    /** The one in use: of those with this label, the newest that was promoted, and the first needs no promotion. */
    Optional<Stored> newest(Purpose purpose, String label, String root) {
        return first(key(KEY + IN_USE, purpose, root).setParameter("label", label));
    }

    Optional<Stored> find(Purpose purpose, UUID id, String root) {
        return first(key(KEY + " and k.id = :id", purpose, root).setParameter("id", id));
    }

    /**
     * All or none, in the order given, which must be the same everywhere: of two nodes that start at once with an empty
     * table, the first key decides who makes them all, and the other then sees under which root.
     */
    void addMissing(List<Fresh> keys, String root) {
        for (Fresh key : keys) {
            List<String> roots = roots();
            if (!roots.isEmpty() && !roots.contains(root)) {
                throw underAnotherRoot();
            }
            if (add(key.name())) {
                wrap(key, root);
            } else if (!roots().contains(root)) {
                throw underAnotherRoot();
            }
        }
    }

    /** @return whether there was none of this number */
    @Transactional
    boolean addVersion(Fresh key, String root) {
        if (rows("select 1 from sealing_key_wrap where root = :root limit 1", Map.of("root", root))
                .findAny()
                .isEmpty()) {
            throw underAnotherRoot();
        }
        boolean added = add(key.name());
        if (added) {
            wrap(key, root);
        }
        return added;
    }

    private static CannotUnlock underAnotherRoot() {
        return new CannotUnlock("this database is sealed under another root key, by another node a moment ago: give all"
                + " nodes the same");
    }

    @Transactional
    List<Rotation.Version> versions(Purpose purpose, String label) {
        return rows("""
                select k.id as id, k.version as version,
                       exists (select from sealing_key_promotion p where p.key = k.id) as promoted,
                       cast((select count(*) from sealing_key_wrap w where w.key = k.id) as integer) as wraps
                  from sealing_key k where k.purpose = :purpose and k.label = :label order by k.version
                """, Map.of("purpose", purpose.word, "label", label))
                .map(row -> new Rotation.Version(
                        row.get("id", UUID.class),
                        row.get("version", Integer.class),
                        row.get("promoted", Boolean.class),
                        row.get("wraps", Integer.class)))
                .toList();
    }

    @Transactional
    void promote(UUID key) {
        entities.createNativeQuery("insert into sealing_key_promotion (key) values (:key) on conflict do nothing")
                .setParameter("key", key)
                .executeUpdate();
    }

    /** @return whether it was superseded long enough ago to be destroyed */
    @Transactional
    boolean destroy(UUID key) {
        return (Boolean) entities.createNativeQuery("select sealing_key_destroy(:key)", Boolean.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    List<RootRotation.Root> rootsAndKeys(String own) {
        return rows(
                        "select root, count(*) as keys from sealing_key_wrap group by root order by min(created_at)",
                        Map.of())
                .map(row -> new RootRotation.Root(
                        row.get("root", String.class),
                        row.get("keys", Long.class),
                        own.equals(row.get("root", String.class))))
                .toList();
    }

    /** Every key that is wrapped under this root key, oldest first. */
    List<Wrapped> wrapped(UUID installation, String root) {
        return rows("""
                select k.id as id, k.purpose as purpose, k.label as label, k.version as version, w.wrapped as wrapped
                  from sealing_key k join sealing_key_wrap w on w.key = k.id and w.root = :root
                 order by k.created_at, k.id
                """, Map.of("root", root))
                .map(row -> new Wrapped(
                        new RootKey.KeyName(
                                installation,
                                row.get("id", UUID.class),
                                Purpose.of(row.get("purpose", String.class)),
                                row.get("label", String.class),
                                row.get("version", Integer.class)),
                        row.get("wrapped", byte[].class)))
                .toList();
    }

    Optional<byte[]> wrap(UUID key, String root) {
        return rows(
                        "select wrapped from sealing_key_wrap where key = :key and root = :root",
                        Map.of("key", key, "root", root))
                .map(row -> row.get("wrapped", byte[].class))
                .findFirst();
    }

    @Transactional
    int dropRoot(String gone, String kept) {
        return (Integer) entities.createNativeQuery("select sealing_root_drop(:gone, :kept)", Integer.class)
                .setParameter("gone", gone)
                .setParameter("kept", kept)
                .getSingleResult();
    }

    private boolean add(RootKey.KeyName key) {
        return entities.createNativeQuery("""
                        insert into sealing_key (id, purpose, label, version) values (:id, :purpose, :label, :version)
                        on conflict (purpose, label, version) do nothing
                        """)
                        .setParameter("id", key.id())
                        .setParameter("purpose", key.purpose().word)
                        .setParameter("label", key.label())
                        .setParameter("version", key.version())
                        .executeUpdate()
                == 1;
    }

    /** @return whether it was not there: once under each root key */
    @Transactional
    boolean keep(Fresh key, String root) {
        return wrap(key, root);
    }

    private boolean wrap(Fresh key, String root) {
        return entities.createNativeQuery("""
                        insert into sealing_key_wrap (key, root, wrapped) values (:key, :root, :wrapped)
                        on conflict do nothing
                        """)
                        .setParameter("key", key.name().id())
                        .setParameter("root", root)
                        .setParameter("wrapped", key.wrapped())
                        .executeUpdate()
                == 1;
    }

    @SuppressWarnings("unchecked")
    private Stream<Tuple> rows(String sql, Map<String, Object> parameters) {
        Query query = entities.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return ((List<Tuple>) query.getResultList()).stream();
    }

    private Query key(String sql, Purpose purpose, String root) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("purpose", purpose.word)
                .setParameter("root", root);
    }

    private static Optional<Stored> first(Query query) {
        for (Object row : query.getResultList()) {
            Tuple tuple = (Tuple) row;
            return Optional.of(new Stored(
                    tuple.get("id", UUID.class),
                    tuple.get("label", String.class),
                    tuple.get("version", Integer.class),
                    tuple.get("wrapped", byte[].class),
                    tuple.get("kept", Boolean.class)));
        }
        return Optional.empty();
    }
}
