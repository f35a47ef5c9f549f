// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Questions that are read together are answered as if each had been asked alone. */
class GatheringTest {
    private final ConcurrentLinkedQueue<Set<Integer>> readings = new ConcurrentLinkedQueue<>();

    private Map<Integer, String> doubled(Set<Integer> keys) {
        readings.add(keys);
        return keys.stream().filter(key -> key >= 0).collect(Collectors.toMap(key -> key, key -> "to " + key));
    }

    @Test
    void whoeverComesAloneIsReadForAtOnce() {
        Gathering<Integer, String> gathering = new Gathering<>(10, this::doubled);
        assertThat(gathering.ask(1)).contains("to 1");
        assertThat(gathering.ask(-1)).as("there is nothing to it").isEmpty();
        assertThat(readings).containsExactly(Set.of(1), Set.of(-1));
    }

    @Test
    void thoseWhoComeWhileSomebodyReadsAreReadTogetherAndNoMoreThanSoMany() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Gathering<Integer, String> gathering = new Gathering<>(10, keys -> {
            reads.countDown();
            await(goOn);
            return doubled(keys);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<String>> first = threads.submit(() -> gathering.ask(0));
            reads.await();
            List<Future<Optional<String>>> others = new ArrayList<>();
            for (int i = 1; i <= 25; i++) {
                int key = i;
                others.add(threads.submit(() -> gathering.ask(key)));
            }
            Thread.sleep(200); // all of them wait
            goOn.countDown();
            assertThat(first.get()).contains("to 0");
            for (int i = 0; i < others.size(); i++) {
                assertThat(others.get(i).get()).contains("to " + (i + 1));
            }
        }
        assertThat(readings.stream().map(Set::size)).containsExactly(1, 10, 10, 5);
    }

    /** The promise: a change that was made before the question is in the answer, whoever reads it. */
    @Test
    void noAnswerIsOlderThanItsQuestion() throws Exception {
        AtomicLong value = new AtomicLong();
        AtomicInteger stale = new AtomicInteger();
        Gathering<String, Long> gathering = new Gathering<>(8, keys -> {
            long seen = value.get();
            Thread.onSpinWait();
            return keys.stream().collect(Collectors.toMap(key -> key, key -> seen));
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 32; caller++) {
                String key = "k" + caller % 5;
                threads.execute(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        long written = value.incrementAndGet();
                        if (gathering.ask(key).orElseThrow() < written) {
                            stale.incrementAndGet();
                        }
                    }
                });
            }
        }
        assertThat(stale).hasValue(0);
    }

    @Test
    void aReadingThatFailsFailsForAllInItAndForNobodyAfter() {
        AtomicInteger left = new AtomicInteger(1);
        Gathering<Integer, String> gathering = new Gathering<>(10, keys -> {
            if (left.getAndDecrement() > 0) {
                throw new IllegalArgumentException("the database is gone");
            }
            return doubled(keys);
        });
        assertThatThrownBy(() -> gathering.ask(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(gathering.ask(1)).contains("to 1");
    }

    @Test
    void whoeverIsReadForBySomebodyWhoFailsHearsTheSame() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Gathering<Integer, String> gathering = new Gathering<>(10, keys -> {
            reads.countDown();
            await(goOn);
            if (keys.contains(7)) {
                throw new IllegalStateException("no");
            }
            return doubled(keys);
        });
        CompletableFuture<Optional<String>> first = CompletableFuture.supplyAsync(() -> gathering.ask(0));
        reads.await();
        List<CompletableFuture<Optional<String>>> others = IntStream.of(7, 8)
                .mapToObj(key -> CompletableFuture.supplyAsync(() -> gathering.ask(key), Thread::startVirtualThread))
                .toList();
        Thread.sleep(200);
        goOn.countDown();
        assertThat(first.get()).contains("to 0");
        others.forEach(other -> assertThatThrownBy(other::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class));
        assertThat(gathering.ask(9)).as("afterwards").contains("to 9");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
