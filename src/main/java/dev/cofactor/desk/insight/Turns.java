// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Questions about everybody take a processor for a while: a few at a time, and whoever comes then is told to come back. */
public final class Turns extends Problem {
    private static final long serialVersionUID = 1;

    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final int AT_ONCE = 2;
    private static final Semaphore FREE = new Semaphore(AT_ONCE);

    private Turns() {
        super(Kind.UNAVAILABLE, "overloaded", "too much to do at the moment", COME_BACK, Map.of(), null);
    }

    public static <T> T taken(Supplier<T> work) {
        if (!FREE.tryAcquire()) {
            throw new Turns();
        }
        try {
            return work.get();
        } finally {
            FREE.release();
        }
    }
}
