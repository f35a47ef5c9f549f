// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proving once more who sits there. */
@QuarkusTest
class StepUpHttpTest {
    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final String WANTED = "/sample-proved";

    private final Apps apps;
    private final Newcomers newcomers;
    private final StepUps stepUps;
    private final SignIn signIn;
    private final Sessions sessions;
    private final ApiCredentials credentials;
    private final LogEntries entries;
    private final WholeLog log;
    private final Browser browser = new Browser();

    StepUpHttpTest(
            Apps apps,
            Newcomers newcomers,
            StepUps stepUps,
            SignIn signIn,
            Sessions sessions,
            ApiCredentials credentials,
            LogEntries entries,
            WholeLog log) {
        this.apps = apps;
        this.newcomers = newcomers;
        this.stepUps = stepUps;
        this.signIn = signIn;
        this.sessions = sessions;
        this.credentials = credentials;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aPageThatWantsItLeadsThereAndBack() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open(WANTED).asString()).contains("proved within");
        Clocks.goOn(Duration.ofMinutes(6));
        assertThat(browser.open(WANTED).header("Location")).endsWith("/step-up?back=%2Fsample-proved");
        browser.open("/step-up?back=%2Fsample-proved");
        assertThat(browser.send(WANTED, Map.of()).header("Location")).contains("/step-up?back=");
        browser.open("/step-up?back=%2Fsample-proved");
        Response back = browser.send("/step-up", Map.of("proof", Newcomers.PASSWORD, "back", WANTED));
        assertThat(back.header("Location")).endsWith(WANTED);
        assertThat(browser.open(WANTED).asString()).contains("proved within");
        assertThat(entries.of(person.id(), "factor-proved")
                        .getLast()
                        .body()
                        .at("/details/method")
                        .asText())
                .isEqualTo("password");
        browser.open("/step-up");
        assertThat(browser.send("/step-up", Map.of("proof", Newcomers.PASSWORD, "back", "//evil.example"))
                        .header("Location"))
                .endsWith("/profile");
    }

    @Test
    void itCountsForItsOwnSessionAloneAndUnderAnotherCookie() {
        Person person = newcomers.settled();
        Browser other = new Browser();
        other.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        Clocks.goOn(Duration.ofMinutes(6));
        String stolen = browser.cookie(Cookies.SESSION);
        browser.open("/step-up");
        browser.send("/step-up", Map.of("proof", Newcomers.PASSWORD));
        assertThat(browser.open(WANTED).statusCode()).isEqualTo(200);
        assertThat(other.open(WANTED).statusCode()).isEqualTo(303);
        assertThat(browser.cookie(Cookies.SESSION)).isNotEqualTo(stolen);
        Browser thief = new Browser();
        thief.plant(Cookies.SESSION, stolen);
        assertThat(thief.open("/secrets").header("Location")).contains("/sign-in?back=");
    }

    @Test
    void whoHasAFactorProvesByItAndNotByHisPassword() {
        Enrolled anna = apps.enrolled();
        browser.signIn(anna.person().accountName(), Newcomers.PASSWORD);
        browser.open("/sign-in/factor");
        String used = anna.code();
        browser.send("/sign-in/factor", Map.of("code", used));
        assertThat(browser.open(WANTED).statusCode()).isEqualTo(200);
        Clocks.goOn(Duration.ofMinutes(6));
        assertThat(browser.open("/step-up").asString()).contains("Code of your app");
        for (String wrong : new String[] {Newcomers.PASSWORD, used, "000000"}) {
            assertThat(browser.send("/step-up", Map.of("proof", wrong)).statusCode())
                    .isEqualTo(422);
        }
        assertThat(browser.open(WANTED).statusCode()).isEqualTo(303);
        browser.open("/step-up");
        assertThat(browser.send("/step-up", Map.of("proof", anna.code())).statusCode())
                .isEqualTo(303);
        assertThat(browser.open(WANTED).statusCode()).isEqualTo(200);
        assertThat(entries.of(anna.person().id(), "factor-proved"))
                .extracting(LogEntries.Entry::outcome)
                .containsExactly("failed", "failed", "failed", "done");
    }

    @Test
    void aPasswordOfAMomentAgoIsNotEnoughOnceThereIsAFactor() {
        Person person = newcomers.settled();
        Caller caller = newcomers.signedIn(person);
        assertThat(stepUps.provedWithin(caller, LATELY)).isTrue();
        apps.enrol(person, caller);
        assertThat(stepUps.provedWithin(caller, LATELY)).isFalse();
    }

    @Test
    void aProgramAndAMachineNeverProvedAnything() {
        Person person = newcomers.settled();
        Session session = sessions.find(
                        signIn.with(person.accountName(), Newcomers.PASSWORD, Optional.empty(), Line.NONE))
                .orElseThrow();
        assertThat(stepUps.provedWithin(session.caller(Line.NONE), LATELY)).isTrue();
        SessionToken credential = credentials.make(session, Line.NONE);
        Caller program = credentials.know(credential.value(), Line.NONE).orElseThrow();
        assertThat(stepUps.provedWithin(program, LATELY)).isFalse();
        assertThatThrownBy(() -> stepUps.require(newcomers.machine(), LATELY))
                .isInstanceOfSatisfying(Problem.class, needed -> {
                    assertThat(needed.code()).isEqualTo("step-up-required");
                    assertThat(needed.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
                });
    }

    @Test
    void whoGuessesIsSlowedAndWhoeverGuessesAtTheDoorDoesNotSlowHim() throws Exception {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        try (AutoCloseable held = Clocks.held()) {
            for (int i = 0; i < 6; i++) {
                new Browser().signIn(person.accountName(), "an outsider's guess");
            }
            browser.open("/step-up");
            for (int i = 0; i < 5; i++) {
                assertThat(browser.send("/step-up", Map.of("proof", "not this one, no"))
                                .statusCode())
                        .isEqualTo(422);
            }
            Response waits = browser.send("/step-up", Map.of("proof", Newcomers.PASSWORD));
            assertThat(waits.statusCode()).isEqualTo(429);
            assertThat(waits.header("Retry-After")).isNotEmpty();
        }
    }
}
