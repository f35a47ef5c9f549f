// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.vault;

import static java.util.stream.Collectors.toMap;

import dev.cofactor.ground.sealing.DataKeys.DataKey;
import dev.cofactor.ground.sealing.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class SealedValueRows implements PanacheRepositoryBase<SealedValueRow, UUID> {
    /** No value has this id: all come after it. */
    private static final UUID FIRST = new UUID(0, 0);

    /** The newest, where several stand. */
    Optional<SealedValueRow> current(UUID secret, UUID field, Where.Content content) {
        return find(
                        "secret = ?1 and field = ?2 and content = ?3 and until is null order by since desc, value desc",
                        secret,
                        field,
                        content.word())
                .firstResultOptional();
    }

    /** By secret and value. */
    Map<UUID, Map<UUID, Where.Content>> current(Collection<UUID> secrets) {
        Map<UUID, Map<UUID, Where.Content>> found = new HashMap<>();
        rows("""
                select secret, value, content from sealed_value
                 where secret in (:secrets) and destroyed_at is null and until is null
                """, Map.of("secrets", secrets))
                .forEach(row -> found.computeIfAbsent(row.get("secret", UUID.class), secret -> new HashMap<>())
                        .put(row.get("value", UUID.class), SealedValueRow.content(row.get("content", String.class))));
        return found;
    }

    List<SealedValueRow> earlier(UUID secret, UUID field) {
        return list(
                "secret = ?1 and field = ?2 and until is not null and destroyedAt is null"
                        + " order by until desc, since desc, value desc",
                secret,
                field);
    }

    List<SealedValueRow> all(UUID secret) {
        return list("secret = ?1 and destroyedAt is null order by field, since, value", secret);
    }

    /** How many rows name which key. */
    Map<UUID, Long> named() {
        return rows(
                        "select key, count(*) as number from sealed_value where destroyed_at is null group by key",
                        Map.of())
                .collect(toMap(row -> row.get("key", UUID.class), row -> row.get("number", Long.class)));
    }

    /** Without the contents: a portion of files would fill the memory. */
    List<Vault.Wrapped> under(UUID key, Optional<UUID> after, int limit) {
        return rows("""
                select value, secret, field, content, data_key from sealed_value
                 where key = :key and value > :after and destroyed_at is null order by value limit :limit
                """, Map.of("key", key, "after", after.orElse(FIRST), "limit", limit))
                .map(row -> new Vault.Wrapped(
                        new Where(
                                row.get("secret", UUID.class),
                                row.get("field", UUID.class),
                                row.get("value", UUID.class),
                                SealedValueRow.content(row.get("content", String.class))),
                        new DataKey(key, row.get("data_key", byte[].class))))
                .toList();
    }

    /** Waits for nobody who has the row, so that nobody who waits for this one is waited for. */
    boolean rewrap(Vault.Rewrapped moved) {
        return getEntityManager()
                        .createNativeQuery("""
                                update sealed_value set key = :key, data_key = :dataKey
                                 where value in (select value from sealed_value
                                                  where value = :value and key = :before and data_key = :was
                                                    for update skip locked)
                                """)
                        .setParameter("key", moved.after().key())
                        .setParameter("dataKey", moved.after().wrapped())
                        .setParameter("value", moved.value())
                        .setParameter("before", moved.before().key())
                        .setParameter("was", moved.before().wrapped())
                        .executeUpdate()
                == 1;
    }

    @SuppressWarnings("unchecked")
    private Stream<Tuple> rows(String sql, Map<String, Object> parameters) {
        Query query = getEntityManager().createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return ((List<Tuple>) query.getResultList()).stream();
    }
}
