// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.clock;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Compares the clocks. Asking costs nothing and waits for nobody. */
@Singleton
public class Timekeeper {
    /** Beyond this no condition on time is decided. */
    public static final Duration TOLERATED = Duration.ofSeconds(2);

    private static final long EXACT = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long OLD = TimeUnit.SECONDS.toNanos(30);

    private final MachineClock machine;
    private final Clock clock;
    private volatile @Nullable Seen last;

    public Timekeeper(MachineClock machine, Clock clock) {
        this.machine = machine;
        this.clock = clock;
    }

    /**
     * @param nanos when that was, by the clock that only goes forward
     * @param unsure by how much that may be too much or too little
     */
    private record Seen(Instant database, long nanos, long unsure) {
        Instant carriedTo(long now) {
            return database.plusNanos(now - nanos);
        }

        /** An exact one is not given up for a vague one that does not contradict it, unless it is old. */
        boolean yieldsTo(Seen newer) {
            long apart = Math.abs(
                    Duration.between(carriedTo(newer.nanos), newer.database).toNanos());
            return newer.unsure <= Math.max(EXACT, unsure)
                    || newer.nanos - nanos > OLD
                    || apart > unsure + newer.unsure;
        }
    }

    /** What the database said, to a question that went out and came back by the clock of {@link System#nanoTime}. */
    public synchronized void saw(Instant database, long asked, long answered) {
        long half = (answered - asked) / 2;
        Seen newer = new Seen(database, asked + half, half);
        Seen older = last;
        if (older == null || older.yieldsTo(newer)) {
            last = newer;
        }
    }

    /** Nothing while the database was never asked. */
    public Optional<Drift> drift() {
        Seen seen = last;
        if (seen == null) {
            return Optional.empty();
        }
        Instant database = seen.carriedTo(System.nanoTime());
        return Optional.of(new Drift(Duration.between(database, machine.instant()), Duration.ofNanos(seen.unsure)));
    }

    /** Whether they certainly differ by more. Of what was never compared nobody knows. */
    public boolean isOffBy(Duration most) {
        return drift().filter(drift -> !drift.isBeyond(most)).isEmpty();
    }

    public Reading reading() {
        return new Reading(clock.instant(), !isOffBy(TOLERATED));
    }
}
