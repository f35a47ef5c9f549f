// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.factors.Owner.Enrolled;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.fixtures.Authenticator;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Apps of one's own, and what others try with them. */
@QuarkusTest
class FactorsTest {
    private final Owner owner;
    private final Newcomers newcomers;
    private final Factors factors;
    private final EnrolDesk enrolling;
    private final Gate gate;
    private final Roles roles;
    private final LogEntries entries;
    private final WholeLog log;

    FactorsTest(
            Owner owner,
            Newcomers newcomers,
            Factors factors,
            EnrolDesk enrolling,
            Gate gate,
            Roles roles,
            LogEntries entries,
            WholeLog log) {
        this.owner = owner;
        this.newcomers = newcomers;
        this.factors = factors;
        this.enrolling = enrolling;
        this.gate = gate;
        this.roles = roles;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static void refused(ThrowingCallable attempt, String code) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = roles.owner()) {
            Roles.execute(connection, sql);
        }
    }

    @Test
    void anAppServesOnceACodeHasProvedIt() {
        Caller caller = owner.nobodyYet();
        UUID person = caller.actor().id();
        enrolling.begin(caller, "a phone", Owner.NOTHING);
        Authenticator app = owner.pending(caller);
        assertThat(factors.isEnrolled(person)).isFalse();
        assertThat(factors.check(person, app.code(0))).isEmpty();

        refused(() -> enrolling.prove(caller, "000 000"), "wrong-code");
        enrolling.prove(caller, app.code(0).substring(0, 3) + " " + app.code(0).substring(3));
        assertThat(factors.isEnrolled(person)).isTrue();
        assertThat(enrolling.shown(caller)).isEmpty();
        assertThat(entries.of(person, "factor-enrolled"))
                .extracting(LogEntries.Entry::outcome)
                .containsExactly("failed", "done");
    }

    @Test
    void theCodeThatProvedIsUsedUp() throws Exception {
        // A step that ends in between would be another one, and its code not used up.
        try (AutoCloseable still = Clocks.held()) {
            Enrolled enrolled = owner.enrolled();
            Match same =
                    factors.check(enrolled.person(), enrolled.app().code(0)).orElseThrow();
            assertThat(owner.use(same)).isFalse();
            Match next =
                    factors.check(enrolled.person(), enrolled.app().code(1)).orElseThrow();
            assertThat(next.method()).isEqualTo("totp");
            assertThat(owner.use(next)).isTrue();
        }
    }

    @Test
    void aCodeLookedAtTwiceIsUsedOnce() {
        Enrolled enrolled = owner.enrolled();
        String code = enrolled.typed().code();
        Match here = factors.check(enrolled.person(), code).orElseThrow();
        Match there = factors.check(enrolled.person(), code).orElseThrow();
        assertThat(owner.use(there)).isTrue();
        assertThat(owner.use(here)).isFalse();
    }

    @Test
    void afterALaterStepNoEarlierOneIsTaken() {
        Enrolled enrolled = owner.enrolled();
        Clocks.goOn(Duration.ofMinutes(2));
        Match ahead = factors.check(enrolled.person(), enrolled.app().code(1)).orElseThrow();
        Match now = factors.check(enrolled.person(), enrolled.app().code(0)).orElseThrow();
        assertThat(owner.use(ahead)).isTrue();
        assertThat(owner.use(now)).isFalse();
    }

    @Test
    void stepsBesideOursAreTakenAndNoOthers() {
        Enrolled enrolled = owner.enrolled();
        Clocks.goOn(Duration.ofMinutes(5));
        for (int step : new int[] {-1, 0, 1}) {
            assertThat(factors.check(enrolled.person(), enrolled.app().code(step)))
                    .as("%d", step)
                    .isPresent();
        }
        for (int step : new int[] {-3, -2, 2, 3, 1_000}) {
            assertThat(factors.check(enrolled.person(), enrolled.app().code(step)))
                    .as("%d", step)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoCodeIsNone() {
        Enrolled enrolled = owner.enrolled();
        String right = enrolled.typed().code();
        for (String wrong : new String[] {
            "",
            "0",
            right + "0",
            right.substring(1),
            "x".repeat(10_000_000),
            right.replace(right.charAt(0), 'x'),
            "-" + right + "\u0000",
            "\u0661\u0662\u0663\u0664\u0665\u0666"
        }) {
            assertThat(factors.check(enrolled.person(), wrong)).isEmpty();
        }
        assertThat(factors.check(enrolled.person(), " " + right + "-")).isPresent();
        assertThat(factors.check(UUID.randomUUID(), right)).isEmpty();
    }

    @Test
    void anotherOnesCodeIsNone() {
        Enrolled one = owner.enrolled();
        Enrolled other = owner.enrolled();
        assertThat(factors.check(one.person(), other.typed().code())).isEmpty();
    }

    @Test
    void aSeedInAnotherOnesRowOpensNothing() throws SQLException {
        Enrolled victim = owner.enrolled();
        Enrolled thief = owner.enrolled();
        try (CapturedLog said = new CapturedLog()) {
            sql(
                    "update factor_app v set key = t.key, seed = t.seed from factor_app t where v.person = '%s' and t.person = '%s'"
                            .formatted(victim.person(), thief.person()));
            assertThat(factors.check(victim.person(), thief.typed().code())).isEmpty();
            sql("update factor_app set person = '%s' where person = '%s'".formatted(victim.person(), thief.person()));
            assertThat(factors.check(victim.person(), thief.typed().code())).isEmpty();
            assertThat(said.text())
                    .contains("does not open")
                    .doesNotContain(thief.app().key());
        }
    }

    @Test
    void whatAnAppWasToldCannotBeTurned() throws SQLException {
        Enrolled enrolled = owner.enrolled();
        sql("update factor_app set look_around = 10 where person = '%s'".formatted(enrolled.person()));
        assertThat(factors.check(enrolled.person(), enrolled.typed().code())).isEmpty();
    }

    @Test
    void theServerMayNotTurnItEither() throws SQLException {
        try (Connection server = roles.server()) {
            for (String column : new String[] {"person", "label", "look_around", "digits", "session"}) {
                assertThatThrownBy(() -> Roles.execute(server, "update factor_app set " + column + " = " + column))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void onlyTheSessionThatBeganSeesTheSeed() {
        Person person = newcomers.settled();
        Caller here = owner.elsewhere(person);
        Caller there = owner.elsewhere(person);
        enrolling.begin(here, "a phone", Owner.NOTHING);
        Authenticator app = owner.pending(here);
        assertThat(owner.pending(here)).isEqualTo(app);
        assertThat(enrolling.shown(there)).isEmpty();
        refused(() -> enrolling.prove(there, app.code(0)), "factor-gone");
        assertThat(factors.isEnrolled(person.id())).isFalse();
    }

    @Test
    void whatIsBegunAnewOrWaitedTooLongIsGone() {
        Caller caller = owner.nobodyYet();
        enrolling.begin(caller, "a phone", Owner.NOTHING);
        Authenticator first = owner.pending(caller);
        enrolling.begin(caller, "another", Owner.NOTHING);
        refused(() -> enrolling.prove(caller, first.code(0)), "wrong-code");
        Authenticator second = owner.pending(caller);
        Clocks.goOn(Duration.ofMinutes(11));
        assertThat(enrolling.shown(caller)).isEmpty();
        refused(() -> enrolling.prove(caller, second.code(0)), "factor-gone");
    }

    @Test
    void anAppKeepsWhatItWasTold() throws SQLException {
        Enrolled enrolled = owner.enrolled();
        assertThat(factors.apps(enrolled.person())).singleElement().satisfies(app -> {
            assertThat(app.label()).isEqualTo("a phone");
            assertThat(app.parameters()).isEqualTo(Parameters.usual());
            assertThat(app.window()).isEqualTo(1);
            assertThat(app.used()).isPresent();
        });
    }

    @Test
    void whoIsForgottenHasNothingLeft() {
        Enrolled enrolled = owner.enrolled();
        Subject subject = new Subject(Subject.Kind.PERSON, enrolled.person());
        gate.note(Fact.done(Caller.HOST, EventClass.FACTOR_RESET, subject), Moves.NOTHING, at -> {
            factors.forget(enrolled.person());
            return Done.of(true);
        });
        assertThat(factors.isEnrolled(enrolled.person())).isFalse();
        assertThat(factors.check(enrolled.person(), enrolled.typed().code())).isEmpty();
        assertThat(factors.apps(enrolled.person())).isEmpty();
    }
}
