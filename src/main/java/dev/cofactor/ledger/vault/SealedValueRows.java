// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.vault;

import static java.util.stream.Collectors.toMap;

import dev.cofactor.ground.gathering.Trip;
import dev.cofactor.ground.sealing.DataKeys.DataKey;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
class SealedValueRows implements PanacheRepositoryBase<SealedValueRow, UUID> {
    /** No value has this id: all come after it. */
    private static final UUID FIRST = new UUID(0, 0);

    private static final String CURRENT = """
            select secret, value, field, content, key, data_key, since, event, actor,
                   case when content = 'seed' then bytes end as bytes
              from sealed_value where secret = any(?) and destroyed_at is null and until is null
            """;

    /** The newest, where several stand. */
    Optional<SealedValueRow> current(UUID secret, UUID field, Where.Content content) {
        return find(
                        "secret = ?1 and field = ?2 and content = ?3 and until is null order by since desc, value desc",
                        secret,
                        field,
                        content.word())
                .firstResultOptional();
    }

    static Trip.Part current(Map<UUID, List<Vault.Current>> found) {
        return new Trip.Part(
                CURRENT,
                row -> found.computeIfAbsent(row.getObject("secret", UUID.class), secret -> new ArrayList<>())
                        .add(current(row)));
    }

    private static Vault.Current current(ResultSet row) throws SQLException {
        UUID value = row.getObject("value", UUID.class);
        Where.Content content = SealedValueRow.content(row.getString("content"));
        byte @Nullable [] bytes = row.getBytes("bytes");
        if (bytes == null) {
            return new Vault.Current(value, content, Optional.empty());
        }
        Where where =
                new Where(row.getObject("secret", UUID.class), row.getObject("field", UUID.class), value, content);
        Values.Sealed sealed = new Values.Sealed(row.getObject("key", UUID.class), row.getBytes("data_key"), bytes);
        return new Vault.Current(
                value,
                content,
                Optional.of(new Vault.Kept(
                        where,
                        sealed,
                        row.getTimestamp("since").toInstant(),
                        row.getObject("event", UUID.class),
                        row.getObject("actor", UUID.class),
                        Optional.empty())));
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
