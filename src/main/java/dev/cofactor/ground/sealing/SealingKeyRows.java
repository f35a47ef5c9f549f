// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.unlocking.CannotUnlock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL, because making a key and finding that another node has made it must be one statement. In transactions of
 * its own: a key must outlive the failure of whatever was the first to need it.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class SealingKeyRows {
    private static final String KEY = """
            select k.id as id, k.label as label, k.version as version, w.wrapped as wrapped,
                   exists (select from sealing_key_wrap o where o.key = k.id) as kept
              from sealing_key k left join sealing_key_wrap w on w.key = k.id and w.root = :root
             where k.purpose = :purpose
            """;

    private final EntityManager entities;

    SealingKeyRows(EntityManager entities) {
        this.entities = entities;
    }

    /** A key as it is stored. Without {@code wrapped} it is kept under other roots only, or, if not kept, under none. */
    record Stored(UUID id, String label, int version, byte @Nullable [] wrapped, boolean kept) {}

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

    /** The one in use: of those with this label, the newest. */
    Optional<Stored> newest(Purpose purpose, String label, String root) {
        return first(key(KEY + " and k.label = :label order by k.version desc limit 1", purpose, root)
                .setParameter("label", label));
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
            if (add(key.name())) {
                keep(key, root);
            } else if (!roots().contains(root)) {
                throw new CannotUnlock("another node has just begun to seal this database under another root key: give"
                        + " both the same");
            }
        }
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

    private void keep(Fresh key, String root) {
        entities.createNativeQuery("insert into sealing_key_wrap (key, root, wrapped) values (:key, :root, :wrapped)")
                .setParameter("key", key.name().id())
                .setParameter("root", root)
                .setParameter("wrapped", key.wrapped())
                .executeUpdate();
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
