// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A whole set of policies takes a hundred megabytes while it is read: one at a time, and nobody waits for long. */
final class Overload extends Problem {
    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final Semaphore ONE = new Semaphore(1);

    private Overload() {
        super(Kind.UNAVAILABLE, "overloaded", "too much to do at the moment", COME_BACK, Map.of(), null);
    }

    static <T> T alone(Supplier<T> work) {
        if (!ONE.tryAcquire()) {
            throw new Overload();
        }
        try {
            return work.get();
        } finally {
            ONE.release();
        }
    }
}
