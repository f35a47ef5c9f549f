// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicInteger reads = new AtomicInteger();

    private String read(int key) {
        reads.incrementAndGet();
        return "to " + key;
    }

    @Test
    void whatWasReadIsReadOnce() {
        Remembered<Integer, String> remembered = new Remembered<>(10);
        assertThat(remembered.of(1, this::read)).isEqualTo("to 1");
        assertThat(remembered.of(1, this::read)).isEqualTo("to 1");
        assertThat(reads).hasValue(1);
    }

    @Test
    void thatThereIsNothingOrThatItFailedIsNotRemembered() {
        Remembered<Integer, String> remembered = new Remembered<>(10);
        assertThat(remembered.find(1, key -> Optional.empty())).isEmpty();
        assertThatThrownBy(() -> remembered.of(1, key -> {
                    throw new IllegalStateException("the database is gone");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(remembered.find(1, key -> Optional.of(read(key)))).contains("to 1");
    }

    @Test
    void itNeverHoldsMoreThanSoManyForLong() {
        Remembered<Integer, String> remembered = new Remembered<>(10);
        for (int round = 0; round < 2; round++) {
            for (int key = 0; key < 1_000; key++) {
                remembered.of(key, this::read);
            }
        }
        assertThat(reads).hasValueGreaterThan(1_900);
    }

    /** While one reads slowly, nobody who wants something else waits for him, whatever their keys have in common. */
    @Test
    void ofThoseWhoWantTheSameOneReadsAndOthersAreNotHeldUp() throws Exception {
        Remembered<Integer, String> remembered = new Remembered<>(100_000);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> same = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                same.add(threads.submit(() -> remembered.of(0, key -> {
                    begun.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return read(key);
                })));
            }
            begun.await();
            for (int key = 1; key < 5_000; key++) {
                assertThat(remembered.of(key, other -> "other")).isEqualTo("other");
            }
            goOn.countDown();
            for (Future<String> each : same) {
                assertThat(each.get()).isEqualTo("to 0");
            }
        }
        assertThat(reads).hasValue(1);
    }
}
