// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.factors.Owner.Enrolled;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Adding further apps and taking them away: only by somebody who proves once more that it is him. */
@QuarkusTest
class DisablingTest {
    private final Owner owner;
    private final Newcomers newcomers;
    private final Factors factors;
    private final EnrolDesk enrolling;
    private final FactorDesk desk;
    private final AskedForAFactor rule;
    private final LogEntries entries;
    private final Told told;
    private final WholeLog log;

    DisablingTest(
            Owner owner,
            Newcomers newcomers,
            Factors factors,
            EnrolDesk enrolling,
            FactorDesk desk,
            AskedForAFactor rule,
            LogEntries entries,
            Told told,
            WholeLog log) {
        this.owner = owner;
        this.newcomers = newcomers;
        this.factors = factors;
        this.enrolling = enrolling;
        this.desk = desk;
        this.rule = rule;
        this.entries = entries;
        this.told = told;
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

    private UUID only(Enrolled enrolled) {
        return factors.apps(enrolled.person()).getFirst().id();
    }

    @Test
    void whoProvesAnewDisables() {
        Enrolled enrolled = owner.enrolled();
        desk.disable(enrolled.caller(), enrolled.typed());
        assertThat(factors.isEnrolled(enrolled.person())).isFalse();
        LogEntries.Entry removed =
                entries.of(enrolled.person(), "factor-removed").getLast();
        assertThat(removed.body().at("/details/method").asText()).isEqualTo("totp");
        assertThat(removed.body().at("/details/count").asInt()).isEqualTo(1);
        assertThat(told.to(enrolled.person())).extracting(Told.Row::kind).contains("factor-removed");
    }

    @Test
    void aRecoveryCodeProvesItToo() {
        Enrolled enrolled = owner.enrolled();
        String code = enrolled.recovery().get(0);
        desk.remove(enrolled.caller(), only(enrolled), new Again.Typed(Newcomers.PASSWORD, code));
        assertThat(factors.isEnrolled(enrolled.person())).isFalse();
    }

    @Test
    void whoHasHalfOfItDisablesNothing() {
        Enrolled enrolled = owner.enrolled();
        Again.Typed right = enrolled.typed();
        refused(() -> desk.disable(enrolled.caller(), new Again.Typed("", right.code())), "wrong-password");
        refused(() -> desk.disable(enrolled.caller(), new Again.Typed(Newcomers.PASSWORD, "")), "wrong-code");
        refused(
                () -> desk.remove(enrolled.caller(), only(enrolled), new Again.Typed("wrong", right.code())),
                "wrong-password");
        assertThat(factors.isEnrolled(enrolled.person())).isTrue();
        assertThat(entries.of(enrolled.person(), "factor-removed"))
                .extracting(LogEntries.Entry::outcome)
                .containsExactly("failed");
    }

    @Test
    void whoGuessesCodesWithTheRightPasswordIsSlowed() {
        Enrolled enrolled = owner.enrolled();
        for (int guess = 0; guess < 5; guess++) {
            refused(() -> desk.disable(enrolled.caller(), new Again.Typed(Newcomers.PASSWORD, "000000")), "wrong-code");
        }
        assertThatThrownBy(() -> {
                    for (int guess = 0; guess < 10; guess++) {
                        refused(
                                () -> desk.disable(enrolled.caller(), new Again.Typed(Newcomers.PASSWORD, "000000")),
                                "wrong-code");
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("too-many");
    }

    @Test
    void nobodyRemovesAnothersApp() {
        Enrolled victim = owner.enrolled();
        Enrolled thief = owner.enrolled();
        refused(() -> desk.remove(thief.caller(), only(victim), thief.typed()), "not-found");
        refused(() -> desk.remove(thief.caller(), UUID.randomUUID(), thief.typed()), "not-found");
        refused(() -> desk.disable(thief.caller(), victim.typed()), "wrong-code");
        assertThat(factors.isEnrolled(victim.person())).isTrue();
        assertThat(entries.of(thief.person(), "factor-removed"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("not-found", "not-found", "wrong-code");
    }

    @Test
    void theLastOneStaysWhileARuleAsksForIt() {
        Enrolled first = owner.enrolled();
        Enrolled second = owner.another(first.caller(), first.typed());
        rule.ask(first.person());
        assertThat(desk.standing(first.caller()).demanded()).isTrue();
        refused(() -> desk.disable(first.caller(), second.typed()), "factor-demanded");
        desk.remove(first.caller(), only(first), second.typed());
        refused(() -> desk.remove(first.caller(), only(first), second.typed()), "factor-demanded");
        assertThat(factors.isEnrolled(first.person())).isTrue();
        assertThat(entries.of(first.person(), "factor-removed"))
                .extracting(LogEntries.Entry::outcome)
                .containsExactly("failed", "done", "failed");
        rule.noMore(first.person());
        desk.disable(first.caller(), second.typed());
        assertThat(factors.isEnrolled(first.person())).isFalse();
    }

    @Test
    void whoHasOneAddsAnotherOnlyWithIt() {
        Enrolled enrolled = owner.enrolled();
        Caller thief = owner.elsewhere(enrolled);
        refused(() -> enrolling.begin(thief, "mine now", Owner.NOTHING), "wrong-password");
        refused(() -> enrolling.begin(thief, "mine now", new Again.Typed(Newcomers.PASSWORD, "000000")), "wrong-code");
        assertThat(enrolling.shown(thief)).isEmpty();
        Enrolled more = owner.another(enrolled.caller(), enrolled.typed());
        assertThat(factors.apps(enrolled.person())).hasSize(2);
        assertThat(factors.check(enrolled.person(), more.app().code(1))).isPresent();
    }

    @Test
    void fiveAreEnough() {
        Enrolled enrolled = owner.enrolled();
        for (int number = 2; number <= Factors.MOST; number++) {
            owner.another(enrolled.caller(), enrolled.typed());
        }
        refused(() -> enrolling.begin(enrolled.caller(), "a sixth", enrolled.typed()), "factor-most");
        assertThat(desk.standing(enrolled.caller()).isFull()).isTrue();
    }

    @Test
    void whoSignedOutMeanwhileChangesNothing() {
        Enrolled enrolled = owner.enrolled();
        newcomers.leave(enrolled.caller());
        refused(() -> desk.disable(enrolled.caller(), enrolled.typed()), "unauthenticated");
        assertThat(factors.isEnrolled(enrolled.person())).isTrue();
    }

    @Test
    void aNameIsOneLineOfText() {
        Caller caller = owner.nobodyYet();
        for (String wrong : new String[] {"", " ", "two\nlines", "x".repeat(201), "turned\u202eround"}) {
            refused(() -> enrolling.begin(caller, wrong, Owner.NOTHING), "name-invalid");
        }
    }
}
