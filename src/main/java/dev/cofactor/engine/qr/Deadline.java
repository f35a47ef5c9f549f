// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Until when one picture may keep the server busy. */
final class Deadline {
    private final Clock clock;
    private final Instant end;

    Deadline(Clock clock, Duration patience) {
        this.clock = clock;
        this.end = clock.instant().plus(patience);
    }

    boolean hasPassed() {
        return clock.instant().isAfter(end);
    }
}
