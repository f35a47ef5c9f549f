// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Logged;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ledger.claims.Audience;
import dev.cofactor.ledger.claims.ClaimDesk;
import dev.cofactor.ledger.claims.Table;
import dev.cofactor.ledger.clock.Timekeeper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The work of one appending transaction, from the lock to the last statement before the commit: the head row, the time,
 * whose decision still holds, whose claims are met, then the entries. Whoever calls it commits.
 */
final class Batch {
    private final Entries entries;
    private final Recorded.Mint mint;
    private final Timekeeper keeper;
    private final Audience audience = new Audience();
    private final boolean synchronous;

    /** @param synchronous whether nothing is recorded in a database that waits for no standby */
    Batch(Entries entries, Recorded.Mint mint, Timekeeper keeper, boolean synchronous) {
        this.synchronous = synchronous;
        this.entries = entries;
        this.mint = mint;
        this.keeper = keeper;
    }

    /** What a candidate will be told if, and only if, the commit succeeds. */
    record Promise(Candidate candidate, Settlement settlement) {}

    /** What can be done before the lock is had. */
    void prepare() {
        entries.prepare();
    }

    HeadRows.Locked lock(Connection connection, HeadRows.Needed needed) throws SQLException {
        prepare();
        long asked = System.nanoTime();
        HeadRows.Locked locked = HeadRows.lock(connection, needed);
        keeper.saw(locked.clock(), asked, System.nanoTime());
        return lasting(locked);
    }

    /** As {@link #lock}, in a transaction of somebody else's. */
    HeadRows.Locked lockForChange(Connection connection) throws SQLException {
        return lasting(HeadRows.lockForChange(connection));
    }

    boolean isSynchronous() {
        return synchronous;
    }

    private HeadRows.Locked lasting(HeadRows.Locked locked) {
        if (synchronous && locked.alone()) {
            throw new LogStopped("the database waits for no standby (synchronous_standby_names, synchronous_commit)");
        }
        return locked;
    }

    List<Promise> run(Connection connection, HeadRows.Locked locked, List<Candidate> candidates) throws SQLException {
        sendBackStale(connection, locked, candidates);
        holdBackReleases(locked.head(), candidates);
        settle(connection, locked.clock(), candidates);
        return write(connection, locked, candidates, false);
    }

    /** For a change, which holds the lock already and has done its work on the same connection. */
    List<Promise> write(Connection connection, HeadRows.Locked locked, List<Candidate> candidates, boolean worldMoves)
            throws SQLException {
        Head head = locked.head();
        Instant clock = locked.clock();
        List<Candidate> in = candidates.stream().filter(Candidate::isIn).toList();
        // As fine as the record tells it, or the receipt would name another time.
        Instant time = (clock.isAfter(head.time()) ? clock : head.time()).truncatedTo(ChronoUnit.MILLIS);
        Entries.Written written = entries.write(connection, locked, time, in);
        if (!in.isEmpty() || worldMoves) {
            Head moved = new Head(head.epoch(), written.frontier(), head.world(), time, head.unconfirmed());
            List<Table.Write> statements = new ArrayList<>(written.left());
            statements.addAll(told(connection, head, worldMoves, written, time));
            statements.add(HeadRows.move(moved, worldMoves));
            Table.writeAll(connection, statements);
        }
        return candidates.stream()
                .map(candidate -> new Promise(candidate, promise(candidate, written, time)))
                .toList();
    }

    /** What leaves the house because it was recorded: written with it, or nothing is recorded. */
    private List<Table.Write> told(
            Connection connection, Head head, boolean worldMoves, Entries.Written written, Instant time)
            throws SQLException {
        Audience.Listeners listeners = audience.at(connection, head.epoch(), head.world(), worldMoves);
        if (listeners.isEmpty()) {
            return List.of();
        }
        return List.of(listeners.tell(written.events().stream()
                .map(event -> Logged.of(event, head.epoch(), written.indexOf(event.id()), time))
                .toList()));
    }

    /** Of a pool it is known only now which of its values that is. */
    private static Intent.Opening opened(Intent.Opening asked, List<Won> won) {
        return won.stream()
                .filter(Won.BackupCode.class::isInstance)
                .map(Won.BackupCode.class::cast)
                .findFirst()
                .map(code -> new Intent.Opening(code.code(), asked.purpose()))
                .orElse(asked);
    }

    static void settle(Connection connection, Instant clock, List<Candidate> candidates) throws SQLException {
        new ClaimDesk()
                .settle(
                        connection,
                        clock,
                        candidates.stream()
                                .filter(Candidate::isIn)
                                .map(Candidate::claimant)
                                .toList());
    }

    private Settlement promise(Candidate candidate, Entries.Written written, Instant time) {
        return candidate.settlement().orElseGet(() -> {
            Intent intent = candidate.intent();
            UUID event = intent.event().id();
            Intent.Opening opens = intent.opens()
                    .map(asked -> opened(asked, candidate.won()))
                    .orElse(new Intent.Opening(event, "nothing"));
            long index = written.indexOf(event);
            return new Settlement.OnRecord(
                    mint.mint(event, opens.value(), opens.purpose(), index, time), candidate.won());
        });
    }

    /** INVARIANT: from a restored copy that nobody has confirmed nothing sealed leaves, repetitions included. */
    static void holdBackReleases(Head head, List<Candidate> candidates) {
        if (head.unconfirmed()) {
            candidates.stream()
                    .filter(candidate ->
                            candidate.isIn() && candidate.intent().opens().isPresent())
                    .forEach(candidate ->
                            candidate.leaves(new Settlement.Lost(new Loss.Ended(Loss.Reason.UNCONFIRMED))));
        }
    }

    static void sendBackStale(Connection connection, HeadRows.Locked locked, List<Candidate> candidates)
            throws SQLException {
        RowVersions versions = locked.versions();
        versions.readFor(
                connection, candidates.stream().flatMap(candidate -> candidate.intent().rows().keySet().stream()));
        for (Candidate candidate : candidates) {
            OptionalLong world = candidate.intent().world();
            boolean moved =
                    world.isPresent() && world.getAsLong() != locked.head().world();
            boolean rowMoved = candidate.intent().rows().entrySet().stream()
                    .anyMatch(row -> row.getValue() != versions.of(row.getKey()));
            if (candidate.isLate() || moved || rowMoved) {
                candidate.leaves(new Settlement.DecideAgain());
            }
        }
    }
}
