// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Many callers who each ask again as soon as they are answered, for a while. */
record Race(int callers, Duration length) {
    /** One caller's one request. */
    interface Turn {
        void take(int caller) throws Exception;
    }

    /** @return how many requests were answered in a second */
    double run(Turn turn) throws Exception {
        LongAdder done = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                all.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        turn.take(caller);
                        done.increment();
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return done.sum() * 1e9 / (System.nanoTime() - begin);
    }
}
