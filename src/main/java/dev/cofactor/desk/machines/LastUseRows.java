// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plain SQL, because several nodes write the same row and the later time must stay. */
@ApplicationScoped
class LastUseRows {
    private final EntityManager entities;

    LastUseRows(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order of ids, so that two nodes never wait for each other in a circle. */
    @Transactional
    void write(Map<UUID, Instant> uses) {
        Map<UUID, Instant> inOrder = new TreeMap<>(uses);
        entities.createNativeQuery("""
                        insert into shown_last as l (shown, used_at)
                        select * from unnest(cast(:shown as uuid[]), cast(:used as timestamptz[]))
                        on conflict (shown) do update set used_at = excluded.used_at where l.used_at < excluded.used_at
                        """)
                .setParameter("shown", array(inOrder.keySet()))
                .setParameter("used", array(inOrder.values()))
                .executeUpdate();
    }

    @Transactional
    Map<UUID, Instant> of(Collection<UUID> shown) {
        List<?> found = entities.createNativeQuery(
                        "select shown, cast(extract(epoch from used_at) as bigint) from shown_last"
                                + " where shown = any (cast(:shown as uuid[]))",
                        Object[].class)
                .setParameter("shown", array(shown))
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> (UUID) row[0], row -> Instant.ofEpochSecond(((Number) row[1]).longValue())));
    }

    private static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
