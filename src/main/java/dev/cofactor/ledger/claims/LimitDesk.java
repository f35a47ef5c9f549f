// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts within windows. Whoever has it already is not counted again. */
final class LimitDesk implements Desk<Claim.Limit> {
    /** Kept beyond its end: a clock set back must not give it out again. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final String FORGET = "delete from claim_limit where ends < any(?::timestamptz[])";

    private static final String USED = """
            select l.counter, l.starts, l.used from claim_limit l
              join unnest(?::text[], ?::timestamptz[]) as asked (counter, starts) using (counter, starts)
            """;

    private static final String COUNT = """
            insert into claim_limit as l (counter, starts, ends, used)
            select * from unnest(?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
            on conflict (counter, starts) do update set used = excluded.used where l.used < excluded.used
            """;

    private final Map<Window, Long> used = new HashMap<>();
    private final Map<Window, Instant> counted = new HashMap<>();

    private record Window(String counter, Instant starts) {
        static Window of(Claim.Limit claim) {
            return new Window(claim.counter(), claim.windowStart());
        }
    }

    @Override
    public void load(Connection connection, Instant clock, List<Claim.Limit> claims) throws SQLException {
        if (claims.isEmpty()) {
            return;
        }
        Table.write(connection, FORGET, Table.column("timestamptz", List.of(clock.minus(KEPT)), cut -> cut));
        Table.read(
                connection,
                USED,
                row -> used.put(new Window(row.getString(1), row.getTimestamp(2).toInstant()), row.getLong(3)),
                Table.column("text", claims, Claim.Limit::counter),
                Table.column("timestamptz", claims, Claim.Limit::windowStart));
    }

    @Override
    public Optional<Loss> refuses(Claim.Limit claim, Claimant by) {
        boolean free = by.consumesNothing() || used.getOrDefault(Window.of(claim), 0L) < claim.most();
        return free
                ? Optional.empty()
                : Optional.of(new Loss.Full(claim.windowStart().plus(claim.window())));
    }

    @Override
    public void take(Claim.Limit claim, Claimant by) {
        if (!by.consumesNothing()) {
            used.merge(Window.of(claim), 1L, Long::sum);
            counted.put(Window.of(claim), claim.windowStart().plus(claim.window()));
        }
    }

    @Override
    public void save(Connection connection) throws SQLException {
        List<Window> windows = List.copyOf(counted.keySet());
        Table.writeAll(
                connection,
                COUNT,
                windows.size(),
                Table.column("text", windows, Window::counter),
                Table.column("timestamptz", windows, Window::starts),
                Table.column("timestamptz", windows, counted::get),
                Table.column("bigint", windows, used::get));
    }
}
