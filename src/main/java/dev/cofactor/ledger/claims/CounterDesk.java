// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Won;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * HOTP counters: each number goes out once, upwards. A replay is shown the number it had. Where a restored copy cannot know
 * which went out, none does.
 */
final class CounterDesk implements Desk<Claim.Counter> {
    private static final String NEXT = """
            select s.seed, coalesce(c.next, 0), u.object is not null
              from unnest(?::uuid[]) as s (seed)
              left join claim_counter c on c.seed = s.seed left join claim_unsure u on u.object = s.seed
            """;

    private static final String MOVE = """
            insert into claim_counter as c (seed, next) select * from unnest(?::uuid[], ?::bigint[])
            on conflict (seed) do update set next = excluded.next where c.next < excluded.next
            """;

    private final Map<UUID, Long> next = new HashMap<>();
    private final Set<UUID> unsure = new HashSet<>();
    private final Map<UUID, Long> moved = new HashMap<>();

    @Override
    public void load(Connection connection, Instant clock, List<Claim.Counter> claims) throws SQLException {
        if (!claims.isEmpty()) {
            Table.read(
                    connection,
                    NEXT,
                    row -> {
                        UUID seed = row.getObject(1, UUID.class);
                        next.put(seed, row.getLong(2));
                        if (row.getBoolean(3)) {
                            unsure.add(seed);
                        }
                    },
                    Table.column("uuid", claims, Claim.Counter::seed));
        }
    }

    @Override
    public Optional<Loss> refuses(Claim.Counter claim, Claimant by) {
        return by.repeat().isEmpty() && unsure.contains(claim.seed())
                ? Optional.of(new Loss.Ended(Loss.Reason.RESTORED))
                : Optional.empty();
    }

    @Override
    public void take(Claim.Counter claim, Claimant by) {
        @Nullable String before = by.repeat().map(Claimant.Repeat::result).orElse(null);
        if (before != null) {
            by.wins(new Won.Counter(Long.parseLong(before)));
            return;
        }
        long counter = next.getOrDefault(claim.seed(), 0L);
        next.put(claim.seed(), counter + 1);
        moved.put(claim.seed(), counter + 1);
        by.wins(new Won.Counter(counter));
    }

    @Override
    public void save(Connection connection) throws SQLException {
        List<UUID> seeds = List.copyOf(moved.keySet());
        Table.writeAll(
                connection,
                MOVE,
                seeds.size(),
                Table.column("uuid", seeds, seed -> seed),
                Table.column("bigint", seeds, moved::get));
    }
}
