// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.Race;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Ten times what can be recorded: most is refused, at once; nothing piles up; and afterwards all is as before. */
class OverloadTest {
    private static final int CALLERS = 64;
    private static final int TIMES = 10;
    private static final int TICK_MILLIS = 5;
    private static final Duration LENGTH = Duration.ofSeconds(Nightly.or(4, 60));
    private static final long QUICKLY = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    /** The queue with two batches: one being written, one of answers on their way out. */
    private static final int MOST_AT_A_TIME = 4096 + 2 * 256;

    private static final long MUCH_MEMORY = 64L << 20;

    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger mostPending = new AtomicInteger();
    private final AtomicInteger recorded = new AtomicInteger();
    private final List<Long> refusals = new ArrayList<>();

    @Test
    void tenTimesTooMuchIsRefusedQuicklyAndForgottenSoon() throws Exception {
        try (DataFolder data = DataFolder.open(TestFolder.fresh("overload").resolve("data"), "a test");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                OwnLog log = OwnLog.make(postgres);
                AppendRig rig = log.rig()) {
            double rate =
                    new Race(CALLERS, Duration.ofSeconds(2)).run(caller -> AppendRig.settled(rig.append(Load.note())));
            long before = memory();
            overload(rig, (int) (TIMES * rate * TICK_MILLIS / 1000));
            long end = System.nanoTime();
            Waiting.until(RECOVERY, () -> pending.get() == 0, () -> pending + " still wait");
            assertThat(AppendRig.settled(rig.append(Load.note()))).isInstanceOf(Settlement.OnRecord.class);
            assertThat(Duration.ofNanos(System.nanoTime() - end)).isLessThan(RECOVERY);
            assertThat(mostPending.get()).isLessThanOrEqualTo(MOST_AT_A_TIME);
            assertThat(recorded.get()).isPositive();
            quickly(refusals);
            refusals.clear();
            assertThat(memory() - before).isLessThan(MUCH_MEMORY);
            log.verify();
        }
    }

    /** As many at each tick, whatever became of those before; what a slow tick owes, the next one brings. */
    private void overload(AppendRig rig, int eachTick) {
        long begin = System.nanoTime();
        long end = begin + LENGTH.toNanos();
        for (long tick = 0; System.nanoTime() < end; tick++) {
            for (int i = 0; i < eachTick; i++) {
                offer(rig);
            }
            long next = begin + TimeUnit.MILLISECONDS.toNanos((tick + 1) * TICK_MILLIS);
            Waiting.pause(Math.max(0, TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime())));
        }
    }

    private void offer(AppendRig rig) {
        Intent intent = Load.note();
        mostPending.accumulateAndGet(pending.incrementAndGet() - 1, Math::max);
        long asked = System.nanoTime();
        CompletableFuture<Settlement> answer = rig.append(intent);
        if (answer.getNow(null) instanceof Settlement.Overloaded) {
            refusals.add(System.nanoTime() - asked);
        }
        CompletionStage<Settlement> later = answer;
        later.thenAccept(settlement -> {
            pending.decrementAndGet();
            if (settlement instanceof Settlement.OnRecord) {
                recorded.incrementAndGet();
            }
        });
    }

    private static void quickly(List<Long> refusals) {
        List<Long> sorted = refusals.stream().sorted().toList();
        assertThat(sorted).hasSizeGreaterThan(1000);
        assertThat(sorted.get(sorted.size() * 99 / 100)).isLessThan(QUICKLY);
    }

    private static long memory() {
        System.gc();
        Waiting.pause(200);
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
