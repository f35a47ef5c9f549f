// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Clocks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Guesses are counted in the database alone: another node goes on where one was, and so does one that was restarted. */
@QuarkusTest
class NodesTest {
    private static final int FREE = 5;

    private final EntityManager entities;

    NodesTest(EntityManager entities) {
        this.entities = entities;
    }

    /** With nothing in memory that another one has. */
    private Throttle node() {
        return new Throttle(new ThrottleRows(entities), new Clocks());
    }

    /** @return how long he has to wait, if he has */
    private static Optional<Duration> book(Throttle node, Lane lane) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try {
                node.book(lane);
                return Optional.empty();
            } catch (Throttle.TooManyAttempts e) {
                return e.retryAfter();
            }
        });
    }

    @Test
    void aSecondNodeAndOneThatWasRestartedGoOnCounting() throws Exception {
        Lane lane = Lane.ofAccount("nodes-" + UUID.randomUUID());
        try (AutoCloseable held = Clocks.held()) {
            Throttle one = node();
            Throttle two = node();
            for (int i = 0; i < FREE; i++) {
                assertThat(book(i % 2 == 0 ? one : two, lane)).isEmpty();
            }
            assertThat(book(one, lane)).isPresent();
            assertThat(book(two, lane)).isPresent();
            Throttle restarted = node();
            assertThat(book(restarted, lane)).isPresent();
            Clocks.goOn(Duration.ofSeconds(1));
            assertThat(book(restarted, lane)).isEmpty();
            assertThat(book(one, lane)).as("waits grow on whichever node").hasValue(Duration.ofSeconds(2));
        }
    }

    @Test
    void whatIsForgottenOnOneNodeIsForgottenOnAll() {
        Lane lane = Lane.ofAccount("nodes-" + UUID.randomUUID());
        Throttle one = node();
        for (int i = 0; i < FREE; i++) {
            book(one, lane);
        }
        QuarkusTransaction.requiringNew().run(() -> node().forget(lane));
        for (int i = 0; i < FREE; i++) {
            assertThat(book(one, lane)).isEmpty();
        }
    }
}
