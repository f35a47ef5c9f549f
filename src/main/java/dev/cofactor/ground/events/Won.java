// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a claim brought; it stands in the recorded event too. */
public sealed interface Won {
    /**
     * @param repeated it was this holder's already
     * @param first who had it before, where it is shared
     */
    record Step(long step, boolean repeated, Optional<First> first) implements Won {}

    /**
     * Who took a step first, when, and through which secret: only who sees that one may hear of him.
     *
     * @param session of which nobody hears
     */
    record First(UUID session, UUID actor, UUID secret, Instant time) {}

    /** A counter nobody else gets. */
    record Counter(long counter) implements Won {}

    /** A backup code nobody else gets, and how many are left after it. */
    record BackupCode(UUID code, long left) implements Won {}

    /** The same request was recorded before, under this event: nothing is consumed again. */
    record Replay(UUID event) implements Won {}

    /** Whether what was won is the same as the last time. */
    default boolean isRepetition() {
        return switch (this) {
            case Step step -> step.repeated();
            case Counter counter -> false;
            case BackupCode code -> false;
            case Replay replay -> true;
        };
    }

    /** Puts it among an event's particulars. */
    default Details addTo(Details details) {
        return switch (this) {
            case Step step -> details.with(Details.Name.STEP, step.step());
            case Counter counter -> details.with(Details.Name.COUNTER, counter.counter());
            case BackupCode code -> details.with(Details.Name.VALUE, code.code());
            case Replay replay -> details.with(Details.Name.OTHER, replay.event());
        };
    }
}
