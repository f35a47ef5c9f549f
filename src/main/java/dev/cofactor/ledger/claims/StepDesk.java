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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time steps: one to one holder, by the key of the table, across nodes. Which step is current is told by the database's
 * clock after the lock, so no code is promised before its step begins.
 */
final class StepDesk implements Desk<Claim.Step> {
    /** Kept beyond its end: a clock set back must not give it out again. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** What is over is forgotten on the same trip. */
    private static final String HELD = """
            with forgotten as (delete from claim_step where ends < any(?::timestamptz[]))
            select s.fingerprint, s.step, s.session, s.actor, s.secret, s.time, s.sharing from claim_step s
              join unnest(?::bytea[], ?::bigint[]) as asked (fingerprint, step) using (fingerprint, step)
            """;

    private static final String TAKE = """
            insert into claim_step (fingerprint, step, session, actor, secret, sharing, event, time, ends)
            select * from unnest(?::bytea[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[],
                                 ?::timestamptz[], ?::timestamptz[])
            on conflict do nothing
            """;

    private final Map<Key, Holder> held = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private record Key(String fingerprint, long step) {}

    /** @param sharing under which he took it: what was shown to prove a seed is used up, whatever its template says */
    private record Holder(UUID session, UUID actor, UUID secret, Instant time, Claim.Sharing sharing) {
        /** To whom the step is his own: of those who share it, only the first is remembered. */
        boolean is(Claim.Step claim) {
            return strictest(claim) == Claim.Sharing.EXCLUSIVE
                    ? session.equals(claim.session())
                    : actor.equals(claim.actor());
        }

        boolean shares(Claim.Step claim) {
            return strictest(claim) == Claim.Sharing.SHARED || is(claim);
        }

        Won.First first() {
            return new Won.First(session, actor, secret, time);
        }

        private Claim.Sharing strictest(Claim.Step claim) {
            return sharing.compareTo(claim.sharing()) < 0 ? sharing : claim.sharing();
        }
    }

    private record Taken(Claim.Step claim, long step, UUID event) {}

    @Override
    public void load(Connection connection, Instant clock, List<Claim.Step> claims) throws SQLException {
        now = clock;
        if (claims.isEmpty()) {
            return;
        }
        Table.read(
                connection,
                HELD,
                row -> held.put(
                        new Key(text(row.getBytes(1)), row.getLong(2)),
                        new Holder(
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getObject(5, UUID.class),
                                row.getTimestamp(6).toInstant(),
                                Claim.Sharing.valueOf(row.getString(7)))),
                Table.column("timestamptz", List.of(clock.minus(KEPT)), cut -> cut),
                Table.column("bytea", claims, Claim.Step::fingerprint),
                Table.column("bigint", claims, claim -> claim.stepAt(now)));
    }

    @Override
    public void notes(Claim.Step claim, Claimant by) {
        @Nullable Holder holder = held.get(key(claim));
        if (holder != null && holder.is(claim)) {
            by.hadIt();
        }
    }

    @Override
    public Optional<Loss> refuses(Claim.Step claim, Claimant by) {
        long step = claim.stepAt(now);
        Loss.Busy later = Loss.Busy.until(claim.endOf(step), now);
        if (claim.ahead() == 0 && now.plus(claim.leastLeft()).isAfter(claim.endOf(step))) {
            return Optional.of(later);
        }
        @Nullable Holder holder = held.get(key(claim));
        if (holder == null) {
            boolean others = claim.sharing() != Claim.Sharing.SHARED
                    && claim.standsBack().getAsBoolean();
            return others ? Optional.of(later) : Optional.empty();
        }
        return holder.shares(claim) ? Optional.empty() : Optional.of(later.heldBy(holder.first()));
    }

    @Override
    public void take(Claim.Step claim, Claimant by) {
        long step = claim.stepAt(now);
        @Nullable Holder holder = held.get(key(claim));
        if (holder == null) {
            held.put(key(claim), new Holder(claim.session(), claim.actor(), claim.secret(), now, claim.sharing()));
            taken.add(new Taken(claim, step, by.event()));
            by.wins(new Won.Step(step, false, Optional.empty()));
        } else if (holder.is(claim)) {
            by.wins(new Won.Step(step, true, Optional.empty()));
        } else {
            by.wins(new Won.Step(step, false, Optional.of(holder.first())));
        }
    }

    @Override
    public void save(Connection connection) throws SQLException {
        Table.writeAll(
                connection,
                TAKE,
                taken.size(),
                Table.column("bytea", taken, one -> one.claim.fingerprint()),
                Table.column("bigint", taken, Taken::step),
                Table.column("uuid", taken, one -> one.claim.session()),
                Table.column("uuid", taken, one -> one.claim.actor()),
                Table.column("uuid", taken, one -> one.claim.secret()),
                Table.column("text", taken, one -> one.claim.sharing().name()),
                Table.column("uuid", taken, Taken::event),
                Table.column("timestamptz", taken, one -> now),
                Table.column("timestamptz", taken, one -> one.claim.endOf(one.step)));
    }

    private Key key(Claim.Step claim) {
        return new Key(text(claim.fingerprint()), claim.stepAt(now));
    }

    private static String text(byte[] fingerprint) {
        return HexFormat.of().formatHex(fingerprint);
    }
}
