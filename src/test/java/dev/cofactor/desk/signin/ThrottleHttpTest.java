// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ThrottleHttpTest {
    private static final int FREE = 5;

    private final Newcomers newcomers;
    private final SignIn signIn;
    private final Throttle throttle;

    ThrottleHttpTest(Newcomers newcomers, SignIn signIn, Throttle throttle) {
        this.newcomers = newcomers;
        this.signIn = signIn;
        this.throttle = throttle;
    }

    @Test
    void afterFiveWrongOnesTheAccountWaitsEvenWithTheRightOne() throws Exception {
        Person person = newcomers.settled();
        Response waiting;
        try (AutoCloseable held = Clocks.held()) {
            for (int i = 0; i < FREE; i++) {
                assertThat(attempt(person.accountName(), "wrong wrong wrong").statusCode())
                        .isEqualTo(403);
            }
            waiting = attempt(person.accountName(), Newcomers.PASSWORD);
        }
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(waiting.header("Retry-After"))).isBetween(1, 2);
        assertThat(waiting.asString()).contains("Too many attempts");
        Clocks.goOn(Duration.ofSeconds(3));
        assertThat(attempt(person.accountName(), Newcomers.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void theWaitGrowsToAboutAMinuteAndNoFurther() {
        String account = "growing-" + System.identityHashCode(this);
        for (int i = 0; i < 14; i++) {
            throttle.book(Lane.ofAccount(account));
            Clocks.goOn(Duration.ofSeconds(65));
        }
        throttle.book(Lane.ofAccount(account));
        assertThat(waitOf(account))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(64)));
    }

    @Test
    void everySpellingOfANameCountsForOneAccount() throws Exception {
        Person person = newcomers.settled();
        String name = person.accountName();
        try (AutoCloseable held = Clocks.held()) {
            Stream.of(name, name.toUpperCase(Locale.ROOT), " " + name, name + "\t", name, name)
                    .forEach(spelling -> attempt(spelling, "wrong wrong wrong"));
            assertThat(attempt(name, Newcomers.PASSWORD).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void namesNobodyHasAreSlowedDownAlike() throws Exception {
        try (AutoCloseable held = Clocks.held()) {
            for (int i = 0; i < FREE; i++) {
                attempt("no-such-person", "wrong wrong wrong");
            }
            assertThat(attempt("no-such-person", "wrong wrong wrong").statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void guessesAtTheSameTimeCountLikeOneAfterTheOther() throws Exception {
        Person person = newcomers.settled();
        Callable<Boolean> guess = () -> {
            try {
                throttle.book(Lane.ofAccount(person.accountName()));
                return true;
            } catch (Problem e) {
                return false;
            }
        };
        try (AutoCloseable held = Clocks.held();
                ExecutorService crowd = Executors.newFixedThreadPool(16)) {
            long through = crowd.invokeAll(java.util.Collections.nCopies(100, guess)).stream()
                    .filter(result -> result.resultNow())
                    .count();
            assertThat(through).isEqualTo(FREE);
        }
    }

    @Test
    void askingAgainWhileWaitingDoesNotProlongTheWait() {
        String account = "patient-" + System.identityHashCode(this);
        for (int i = 0; i < FREE; i++) {
            throttle.book(Lane.ofAccount(account));
        }
        for (int i = 0; i < 50; i++) {
            waitOf(account);
        }
        Clocks.goOn(Duration.ofSeconds(2));
        assertThat(waitOf(account)).isEmpty();
    }

    @Test
    void successWipesTheSlateClean() {
        Person person = newcomers.settled();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < FREE - 1; i++) {
                attempt(person.accountName(), "wrong wrong wrong");
            }
            signIn.with(person.accountName(), Newcomers.PASSWORD, Optional.empty(), Line.NONE);
        }
        assertThat(List.of(attempt(person.accountName(), Newcomers.PASSWORD).statusCode()))
                .containsExactly(303);
    }

    private Optional<Duration> waitOf(String account) {
        try {
            throttle.book(Lane.ofAccount(account));
            return Optional.empty();
        } catch (Throttle.TooManyAttempts e) {
            return e.retryAfter();
        }
    }

    private static Response attempt(String name, String password) {
        return new Browser().signIn(name, password);
    }
}
