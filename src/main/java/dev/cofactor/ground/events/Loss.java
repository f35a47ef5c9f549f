// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why a claim cannot be met. */
public sealed interface Loss {
    /**
     * Somebody else has it.
     *
     * @param next from then on it is worth asking again
     * @param left how long that is, by the clock it was settled by
     * @param holder who has it, and through which secret: only who sees that one may hear of him
     */
    record Busy(Instant next, Duration left, Optional<Won.First> holder) implements Loss {
        public static Busy until(Instant next, Instant now) {
            return new Busy(next, Duration.between(now, next), Optional.empty());
        }

        public Busy heldBy(Won.First one) {
            return new Busy(next, left, Optional.of(one));
        }
    }

    /** So many there may be in this time, and there have been. */
    record Full(Instant next) implements Loss {}

    /** It was decided for something else than is to be had now: it is decided again. */
    record Moved() implements Loss {}

    /** Waiting does not help. */
    record Ended(Reason reason) implements Loss {}

    /** Why waiting does not help. */
    enum Reason {
        SESSION_ENDED,
        KEY_USED_OTHERWISE,
        GRANT_ENDED,
        SHOWING_ENDED,
        POOL_EMPTY,
        /** What the first request under this key had is not its any more. */
        GIVEN_BACK,
        /** The database was put back from a copy, which does not know what went out since. */
        RESTORED,
        /** It was, and nobody has confirmed yet what it says: nothing sealed leaves at all. */
        UNCONFIRMED
    }
}
