// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Won;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a repeated request from a new one: a key counts for ten minutes, for one actor, secret and action. */
final class ReplayDesk implements Desk<Claim.Replay> {
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private static final String FORGET =
            "delete from claim_replay where time < any(?::timestamptz[])"; // one cut-off, as a column of one

    private static final String KNOWN = """
            select r.actor, r.secret, r.action, r.key, r.parameters, r.event, r.result
              from claim_replay r
              join unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as asked (actor, secret, action, key)
             using (actor, secret, action, key)
            """;

    private static final String REMEMBER = """
            insert into claim_replay (actor, secret, action, key, parameters, event, result, time)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::uuid[], ?::text[],
                                 ?::timestamptz[])
            on conflict do nothing
            """;

    private final Map<Key, Known> known = new HashMap<>();
    private final Set<Key> justNow = new HashSet<>();
    private final List<First> first = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private record Key(UUID actor, UUID secret, String action, String key) {
        static Key of(Claim.Replay claim) {
            return new Key(claim.actor(), claim.secret(), claim.action(), claim.key());
        }
    }

    private record Known(
            byte[] parameters, UUID event, @Nullable String result) {}

    private record First(Claim.Replay claim, Claimant by) {}

    @Override
    public void load(Connection connection, Instant clock, List<Claim.Replay> claims) throws SQLException {
        now = clock;
        if (claims.isEmpty()) {
            return;
        }
        Table.write(connection, FORGET, Table.column("timestamptz", List.of(clock.minus(MEMORY)), cut -> cut));
        Table.read(
                connection,
                KNOWN,
                row -> known.put(
                        new Key(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4)),
                        new Known(row.getBytes(5), row.getObject(6, UUID.class), row.getString(7))),
                Table.column("uuid", claims, Claim.Replay::actor),
                Table.column("uuid", claims, Claim.Replay::secret),
                Table.column("text", claims, Claim.Replay::action),
                Table.column("text", claims, Claim.Replay::key));
    }

    @Override
    public Optional<Loss> refuses(Claim.Replay claim, Claimant by) {
        if (justNow.contains(Key.of(claim))) {
            return Optional.of(Loss.Busy.until(now, now)); // its twin is being recorded in this very batch
        }
        @Nullable Known earlier = known.get(Key.of(claim));
        if (earlier == null) {
            return Optional.empty();
        }
        if (!Arrays.equals(earlier.parameters, claim.parameters())) {
            return Optional.of(new Loss.Ended(Loss.Reason.KEY_USED_OTHERWISE));
        }
        by.repeats(new Claimant.Repeat(earlier.event, earlier.result));
        return Optional.empty();
    }

    @Override
    public void take(Claim.Replay claim, Claimant by) {
        by.repeat().ifPresentOrElse(repeat -> by.wins(new Won.Replay(repeat.event())), () -> {
            first.add(new First(claim, by));
            justNow.add(Key.of(claim));
        });
    }

    @Override
    public void save(Connection connection) throws SQLException {
        Table.writeAll(
                connection,
                REMEMBER,
                first.size(),
                Table.column("uuid", first, one -> one.claim.actor()),
                Table.column("uuid", first, one -> one.claim.secret()),
                Table.column("text", first, one -> one.claim.action()),
                Table.column("text", first, one -> one.claim.key()),
                Table.column("bytea", first, one -> one.claim.parameters()),
                Table.column("uuid", first, one -> one.by.event()),
                Table.column("text", first, one -> result(one.by)),
                Table.column("timestamptz", first, one -> now));
    }

    /** What a replay is shown again: a used counter or backup code. A step is not; after its end a new one is taken. */
    private static @Nullable String result(Claimant by) {
        for (Won won : by.won()) {
            if (won instanceof Won.Counter counter) {
                return Long.toString(counter.counter());
            }
            if (won instanceof Won.BackupCode code) {
                return code.code().toString();
            }
        }
        return null;
    }
}
