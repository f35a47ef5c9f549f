// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages that keep a code showing, by session and secret. Somebody begins it; for a short while it may go on by itself, each
 * step once, and not in the first second of a step: that is for those who have been waiting, on whatever node.
 */
final class ShowingDesk implements Desk<Claim.Showing> {
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final Duration OTHERS_FIRST = Duration.ofSeconds(1);

    private static final String FORGET = "delete from claim_showing where ends < any(?::timestamptz[])";

    private static final String SHOWN = """
            select s.session, s.secret, s.step, s.ends from claim_showing s
              join unnest(?::uuid[], ?::uuid[]) as asked (session, secret) using (session, secret)
            """;

    private static final String SHOW = """
            insert into claim_showing as s (session, secret, step, ends)
            select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[])
            on conflict (session, secret) do update set step = excluded.step, ends = excluded.ends
            """;

    private final Map<Key, Showing> showing = new HashMap<>();
    private final Set<Key> changed = new HashSet<>();
    private Instant now = Instant.EPOCH;

    private record Key(UUID session, UUID secret) {
        static Key of(Claim.Showing claim) {
            return new Key(claim.session(), claim.secret());
        }
    }

    /** @param step the last one that was shown */
    private record Showing(long step, Instant ends) {}

    @Override
    public void load(Connection connection, Instant clock, List<Claim.Showing> claims) throws SQLException {
        now = clock;
        if (claims.isEmpty()) {
            return;
        }
        Table.write(connection, FORGET, Table.column("timestamptz", List.of(clock), cut -> cut));
        Table.read(
                connection,
                SHOWN,
                row -> showing.put(
                        new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        new Showing(row.getLong(3), row.getTimestamp(4).toInstant())),
                Table.column("uuid", claims, Claim.Showing::session),
                Table.column("uuid", claims, Claim.Showing::secret));
    }

    @Override
    public Optional<Loss> refuses(Claim.Showing claim, Claimant by) {
        if (claim.begins()) {
            return Optional.empty();
        }
        @Nullable Showing known = showing.get(Key.of(claim));
        if (known == null || !known.ends.isAfter(now)) {
            return Optional.of(new Loss.Ended(Loss.Reason.SHOWING_ENDED));
        }
        long step = claim.stepAt(now);
        Instant turn = claim.beginOf(step <= known.step ? known.step + 1 : step).plus(OTHERS_FIRST);
        return turn.isAfter(now) ? Optional.of(Loss.Busy.until(turn, now)) : Optional.empty();
    }

    @Override
    public void take(Claim.Showing claim, Claimant by) {
        Key key = Key.of(claim);
        @Nullable Showing known = showing.get(key);
        Instant ends = claim.begins() || known == null ? now.plus(LONGEST) : known.ends;
        showing.put(key, new Showing(claim.stepAt(now), ends));
        changed.add(key);
    }

    @Override
    public void save(Connection connection) throws SQLException {
        List<Key> keys = List.copyOf(changed);
        Table.writeAll(
                connection,
                SHOW,
                keys.size(),
                Table.column("uuid", keys, Key::session),
                Table.column("uuid", keys, Key::secret),
                Table.column("bigint", keys, key -> shown(key).step),
                Table.column("timestamptz", keys, key -> shown(key).ends));
    }

    private Showing shown(Key key) {
        return Objects.requireNonNull(showing.get(key));
    }
}
