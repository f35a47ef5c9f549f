// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Until when one picture, or several together, may keep the server busy. */
public final class Deadline {
    private final Clock clock;
    private final Instant end;

    public Deadline(Clock clock, Duration patience) {
        this(clock, clock.instant().plus(patience));
    }

    private Deadline(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    boolean hasPassed() {
        return clock.instant().isAfter(end);
    }

    /** The earlier of the two. */
    Deadline atMost(Deadline other) {
        return new Deadline(clock, end.isBefore(other.end) ? end : other.end);
    }
}
