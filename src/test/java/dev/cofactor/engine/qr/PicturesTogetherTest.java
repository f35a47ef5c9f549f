// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cofactor.ground.problem.Problem;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Many pictures take no longer together than they may, and few wait for one. */
class PicturesTogetherTest {
    private final byte[] screenshot =
            Encoded.png(new Canvas(400, 400, 255).code(Texts.account(new Random(3)), 60, 60, 280, 0, 255));

    /** Corners of codes and nothing else: one of them alone takes long. */
    private static byte[] corners() {
        Canvas corners = new Canvas(1_500, 1_500, 255);
        for (int y = 0; y + 16 <= 1_500; y += 16) {
            for (int x = 0; x + 16 <= 1_500; x += 16) {
                corners.box(x, y, 14, 14, 0).box(x + 2, y + 2, 10, 10, 255).box(x + 4, y + 4, 6, 6, 0);
            }
        }
        return Encoded.png(corners);
    }

    @Test
    void hostilePicturesShareOneTime() {
        QrReader reader = new QrReader(Clock.systemUTC());
        byte[] hostile = corners();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        Deadline together = new Deadline(Clock.systemUTC(), Duration.ofMillis(100));
        List<String> codes = new ArrayList<>();
        for (int picture = 0; picture < 50; picture++) {
            codes.add(catchThrowableOfType(
                            PictureRefused.class,
                            () -> reader.read(hostile, together).close())
                    .code());
        }

        assertThat(codes).containsOnly("pictures-took-too-long");
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatIsInTimeIsRead() {
        QrReader reader = new QrReader(Clock.systemUTC());
        Deadline together = new Deadline(Clock.systemUTC(), Duration.ofMinutes(1));
        for (int picture = 0; picture < 3; picture++) {
            try (Readings found = reader.read(screenshot, together)) {
                assertThat(found.all()).hasSize(1);
            }
        }
    }

    @Test
    void whoComesWhenTooManyWaitIsTurnedAwayAtOnce() throws InterruptedException {
        CountDownLatch isReading = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Duration minute = Duration.ofMinutes(1);
        QrReader standing = new QrReader(new StandingClock(isReading, mayGoOn), minute, minute);
        QrReader patient = new QrReader(Clock.systemUTC(), minute, minute);
        List<Thread> threads = new ArrayList<>();
        threads.add(reading(standing));
        isReading.await();
        for (int waiting = 0; waiting < 4; waiting++) {
            Thread thread = reading(patient);
            threads.add(thread);
            dev.cofactor.fixtures.Waiting.until(
                    minute, () -> thread.getState() == Thread.State.TIMED_WAITING, () -> "it does not wait");
        }

        PictureRefused refused = catchThrowableOfType(
                PictureRefused.class, () -> patient.read(screenshot).close());
        mayGoOn.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(refused.code()).isEqualTo("overloaded");
        assertThat(refused.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(refused.retryAfter()).isPresent();
        patient.read(screenshot).close();
    }

    private Thread reading(QrReader reader) {
        return Thread.ofPlatform().start(() -> reader.read(screenshot).close());
    }
}
