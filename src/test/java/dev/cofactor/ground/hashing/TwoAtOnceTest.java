// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ground.problem.Problem;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A crowd at the door: two are served at once, and who waits too long is told to come back. */
class TwoAtOnceTest {
    private static final int CROWD = 400;

    private final Hashing hashing = new Hashing(new SecureRandom());

    /** @return the problem he was told, if he was told one */
    private Optional<Problem> served() {
        try {
            hashing.matchesNobody("somebody's password");
            return Optional.empty();
        } catch (Problem e) {
            return Optional.of(e);
        }
    }

    private static long hashingNow() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().endsWith("Argon2BytesGenerator")))
                .count();
    }

    @Test
    void twoAreHashedAtOnceAndWhoWaitsTooLongComesBack() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
                ExecutorService watcher = Executors.newSingleThreadExecutor()) {
            Future<Long> most = watcher.submit(() -> {
                long seen = 0;
                while (!over.get()) {
                    seen = Math.max(seen, hashingNow());
                    Thread.sleep(5);
                }
                return seen;
            });
            var told = IntStream.range(0, CROWD).mapToObj(i -> crowd.submit(this::served)).toList().stream()
                    .map(TwoAtOnceTest::ended)
                    .flatMap(Optional::stream)
                    .toList();
            over.set(true);
            assertThat(most.get()).isBetween(1L, 2L);
            assertThat(told).isNotEmpty().hasSizeLessThan(CROWD).allSatisfy(problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
                assertThat(problem.code()).isEqualTo("overloaded");
                assertThat(problem.retryAfter()).hasValue(Duration.ofSeconds(2));
            });
        }
        assertThat(served()).as("once the crowd is gone").isEmpty();
    }

    private static Optional<Problem> ended(Future<Optional<Problem>> one) {
        try {
            return one.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
