// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Something held or counted in the transaction that records. The list is closed, and its order is the order in which
 * they are settled: first what only asks, then what is scarce, last what tells others. An event wins all its claims or
 * none.
 */
public sealed interface Claim {
    /** The session must stand at this very moment. */
    record SessionStands(UUID session) implements Claim {}

    /** One answer for one key: the first request under it wins, a repeat is told apart from another request. */
    record Replay(UUID actor, UUID secret, String action, String key, byte[] parameters) implements Claim {}

    /**
     * It stands for one that was recorded before and whose code has not left, because its step was over or has not begun: what
     * that one cost is not paid again, and it is recorded as its repetition.
     *
     * @param event of that one, of the same hand for the same secret; whoever claims this knows what became of it
     */
    record InsteadOf(UUID event) implements Claim {}

    /** At most {@code most} of them within the window that began at {@code windowStart}. */
    record Limit(String counter, Instant windowStart, Duration window, long most) implements Claim {
        public Limit {
            // No finer than the table tells times apart, or each batch would begin a window of its own.
            windowStart = windowStart.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** One use of a grant, which must still stand, have uses left and name the clause it was given for. */
    record GrantUse(UUID grant, byte[] clause) implements Claim {}

    /**
     * One time step of a seed, for one holder.
     *
     * @param ahead 0 for the current step, 1 for the one after it
     * @param leastLeft how much of the current step must be left to be worth having
     * @param secret through which it is taken: the same seed may stand in several
     * @param standsBack whether others come first, asked when it is settled, since a step may have begun after it was asked
     *     for: a free step that only one may have is then not taken
     */
    record Step(
            byte[] fingerprint,
            Duration period,
            int ahead,
            Duration leastLeft,
            Sharing sharing,
            UUID session,
            UUID actor,
            UUID secret,
            BooleanSupplier standsBack)
            implements Claim {
        public Step(
                byte[] fingerprint,
                Duration period,
                int ahead,
                Duration leastLeft,
                Sharing sharing,
                UUID session,
                UUID actor,
                UUID secret) {
            this(fingerprint, period, ahead, leastLeft, sharing, session, actor, secret, () -> false);
        }

        /** The number of the step that is claimed at this moment. */
        public long stepAt(Instant clock) {
            return Math.floorDiv(clock.toEpochMilli(), period.toMillis()) + ahead;
        }

        public Instant endOf(long step) {
            return Instant.ofEpochMilli((step + 1) * period.toMillis());
        }
    }

    /**
     * That a page keeps a code showing: each step once, beginning with a fetch that somebody asked for.
     *
     * @param begins whether this is that fetch; else it goes on with what one began, for a short while and not at once
     */
    record Showing(UUID session, UUID secret, Duration period, boolean begins) implements Claim {
        public long stepAt(Instant clock) {
            return Math.floorDiv(clock.toEpochMilli(), period.toMillis());
        }

        public Instant beginOf(long step) {
            return Instant.ofEpochMilli(step * period.toMillis());
        }
    }

    /** The next counter of an HOTP seed. */
    record Counter(UUID seed) implements Claim {}

    /**
     * The oldest backup code of a pool that nobody has had.
     *
     * @param places one of the first so many of the pool, for which it was decided: is it a later one, it is decided again
     * @param marks after which the alarm is due: when exactly so many are left
     * @param alarm who is then told, by the event that records it
     */
    record BackupCode(UUID pool, long places, Set<Long> marks, List<Function<UUID, Tell>> alarm) implements Claim {
        public BackupCode {
            marks = Set.copyOf(marks);
            alarm = List.copyOf(alarm);
        }

        /** Whichever it is, and nobody is told. */
        public BackupCode(UUID pool) {
            this(pool, Long.MAX_VALUE, Set.of(), List.of());
        }
    }

    /** A message that somebody has if, and only if, this is recorded. It is kept as it is, so it names ids alone. */
    record Tell(UUID id, String kind, UUID recipient, byte[] message) implements Claim {}

    /** Who may have a step besides the one who took it, the strictest first. */
    enum Sharing {
        /** Only the session that took it. */
        EXCLUSIVE,
        /** The same person or machine, on any device. */
        SAME_ACTOR,
        /** Everybody. */
        SHARED
    }
}
