// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.ground.gathering.Trip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/** The values that lie in clear. Plain SQL, because a value is put in place of another in one statement. */
@ApplicationScoped
@Transactional
class OpenFieldRows {
    private final EntityManager entities;

    OpenFieldRows(EntityManager entities) {
        this.entities = entities;
    }

    Map<UUID, String> of(UUID secret) {
        return of(List.of(secret)).getOrDefault(secret, Map.of());
    }

    /** By secret and field. */
    Map<UUID, Map<UUID, String>> of(Collection<UUID> secrets) {
        Map<UUID, Map<UUID, String>> found = new HashMap<>();
        if (!secrets.isEmpty()) {
            session()
                    .createNativeQuery(
                            "select secret, field, value from open_field where secret in (:secrets)", Tuple.class)
                    .setParameterList("secrets", secrets)
                    .getResultList()
                    .forEach(row -> found.computeIfAbsent(row.get(0, UUID.class), id -> new TreeMap<>())
                            .put(row.get(1, UUID.class), row.get(2, String.class)));
        }
        return found;
    }

    /** The same as a part of a trip, put in here. */
    static Trip.Part of(Map<UUID, Map<UUID, String>> found) {
        return new Trip.Part(
                "select secret, field, value from open_field where secret = any(?)",
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>())
                        .put(row.getObject(2, UUID.class), row.getString(3)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void set(UUID secret, UUID field, String value) {
        session()
                .createNativeMutationQuery("""
                        insert into open_field (secret, field, value) values (:secret, :field, :value)
                        on conflict (secret, field) do update set value = :value
                        """)
                .setParameter("secret", secret)
                .setParameter("field", field)
                .setParameter("value", value)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(UUID secret, UUID field) {
        session()
                .createNativeMutationQuery("delete from open_field where secret = :secret and field = :field")
                .setParameter("secret", secret)
                .setParameter("field", field)
                .executeUpdate();
    }

    /** What was written so far is not looked at again with each thing that follows: of many that would be their square. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget() {
        entities.flush();
        entities.clear();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
