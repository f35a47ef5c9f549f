// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.factors.Factors;
import dev.cofactor.desk.factors.Match;
import dev.cofactor.desk.factors.RecoveryCodes;
import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A thousand who come with one code, from many half sign-ins: one is let in. */
@QuarkusTest
class SecondStepRacesTest {
    private static final int SUBMISSIONS = 1_000;
    private static final int HALVES = 10;
    private static final int AT_ONCE = 50;

    private final Apps apps;
    private final SignIn signIn;
    private final SecondStep step;
    private final Sessions sessions;
    private final Factors factors;
    private final RecoveryCodes recovery;
    private final WholeLog log;

    SecondStepRacesTest(
            Apps apps,
            SignIn signIn,
            SecondStep step,
            Sessions sessions,
            Factors factors,
            RecoveryCodes recovery,
            WholeLog log) {
        this.apps = apps;
        this.signIn = signIn;
        this.step = step;
        this.sessions = sessions;
        this.factors = factors;
        this.recovery = recovery;
        this.log = log;
    }

    @Test
    void ofAThousandWithOneCodeOneGoesOn() throws Exception {
        Enrolled anna = apps.enrolled();
        List<SessionToken> risen = race(anna, () -> {
            String code = anna.code();
            return () -> factors.check(anna.person().id(), code).orElseThrow();
        });
        assertThat(risen).hasSize(1);
        assertThat(sessions.find(risen.getFirst()).orElseThrow().isWhole()).isTrue();
        assertThat(sessions.of(anna.person().id()).stream().filter(one -> one.stage() == Session.Stage.HALF))
                .hasSize(HALVES - 1);
        assertThat(log.verify()).isPositive();
    }

    /** All have looked before anybody uses it: the slow hash would keep most of them out. */
    @Test
    void ofAThousandWithOneRecoveryCodeOneGoesOn() throws Exception {
        Enrolled anna = apps.enrolled();
        RecoveryCodes.Used used =
                recovery.check(anna.person().id(), anna.recovery().get(4)).orElseThrow();
        assertThat(race(anna, () -> () -> used)).hasSize(1);
        assertThat(recovery.left(anna.person().id())).isEqualTo(anna.recovery().size() - 1);
    }

    /** Two codes that are both right, of one half: the half ends with the first, and the other is not used up. */
    @Test
    void ofOneHalfOneGoesOnWhateverElseWouldBeRight() throws Exception {
        Enrolled anna = apps.enrolled();
        List<RecoveryCodes.Used> all = new ArrayList<>();
        for (String code : anna.recovery().subList(0, 4)) {
            all.add(recovery.check(anna.person().id(), code).orElseThrow());
        }
        Session half = half(anna);
        List<SessionToken> risen = together(all.stream()
                .<Callable<Optional<SessionToken>>>map(used -> () -> risen(half, used))
                .toList());
        assertThat(risen).hasSize(1);
        assertThat(recovery.left(anna.person().id())).isEqualTo(anna.recovery().size() - 1);
    }

    private List<SessionToken> race(Enrolled anna, Supplier<Supplier<Match>> typed) throws Exception {
        List<Session> halves = new ArrayList<>();
        for (int i = 0; i < HALVES; i++) {
            halves.add(half(anna));
        }
        try (AutoCloseable held = Clocks.held()) {
            Supplier<Match> look = typed.get();
            List<Callable<Optional<SessionToken>>> all = new ArrayList<>();
            for (int i = 0; i < SUBMISSIONS; i++) {
                Session half = halves.get(i % HALVES);
                all.add(() -> risen(half, look.get()));
            }
            return together(all);
        }
    }

    /** In a lane of its own each: it is not the throttle that is tried here. */
    private Session half(Enrolled anna) {
        SessionToken token = signIn.with(
                Lane.ofSession(UUID.randomUUID()),
                anna.person().accountName(),
                Newcomers.PASSWORD,
                Optional.empty(),
                Line.NONE);
        return sessions.find(token).orElseThrow();
    }

    private Optional<SessionToken> risen(Session half, Match match) {
        try {
            return Optional.of(step.rise(half, match, Line.NONE));
        } catch (SecondStep.Refused e) {
            return Optional.empty();
        }
    }

    private static List<SessionToken> together(List<Callable<Optional<SessionToken>>> all) throws Exception {
        List<SessionToken> risen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Optional<SessionToken>> each : threads.invokeAll(all)) {
                each.get().ifPresent(risen::add);
            }
        }
        return risen;
    }
}
