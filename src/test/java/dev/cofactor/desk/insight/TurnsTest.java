// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Questions that take a processor for a while. */
class TurnsTest {
    @Test
    void twoAreAnsweredAtATimeAndWhoeverComesThenIsToldToComeBack() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch enough = new CountDownLatch(1);
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int asker = 0; asker < 2; asker++) {
                askers.execute(() -> Turns.taken(() -> until(busy, enough)));
            }
            busy.await();
            Throwable told = catchThrowable(() -> Turns.taken(() -> "a third"));
            enough.countDown();
            assertThat(told)
                    .isInstanceOfSatisfying(
                            Turns.class, turned -> assertThat(turned.code()).isEqualTo("overloaded"));
        }
        assertThat(Turns.taken(() -> "later")).isEqualTo("later");
    }

    @Test
    void whoeverFailsGivesHisTurnBack() {
        for (int asker = 0; asker < 5; asker++) {
            assertThatThrownBy(() -> Turns.taken(TurnsTest::failing)).hasMessage("no answer");
        }
        assertThat(Turns.taken(() -> "later")).isEqualTo("later");
    }

    private static String failing() {
        throw new IllegalArgumentException("no answer");
    }

    private static String until(CountDownLatch busy, CountDownLatch enough) {
        busy.countDown();
        try {
            enough.await();
            return "answered";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
