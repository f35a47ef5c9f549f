// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.passkeys.Passkeys;
import dev.cofactor.desk.passkeys.Purpose;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.KeyBearers;
import dev.cofactor.fixtures.KeyBearers.Bearer;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.SoftKey.Manner;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After the password, a key. */
@QuarkusTest
class SecondStepByKeyHttpTest {
    private static final String HOME = "https://cofactor.test";
    private static final String STEP = "/sign-in/factor";

    private final KeyBearers bearers;
    private final Apps apps;
    private final Passkeys passkeys;
    private final SecondStep step;
    private final StepUps stepUps;
    private final Sessions sessions;
    private final LogEntries entries;
    private final WholeLog log;
    private final Browser browser = new Browser();

    SecondStepByKeyHttpTest(
            KeyBearers bearers,
            Apps apps,
            Passkeys passkeys,
            SecondStep step,
            StepUps stepUps,
            Sessions sessions,
            LogEntries entries,
            WholeLog log) {
        this.bearers = bearers;
        this.apps = apps;
        this.passkeys = passkeys;
        this.step = step;
        this.stepUps = stepUps;
        this.sessions = sessions;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void passwordAndKeyTogetherOpenASession() {
        Bearer one = bearers.one();
        browser.signIn(one.person().accountName(), Newcomers.PASSWORD);
        String half = browser.cookie(Cookies.SESSION);
        assertThat(browser.open("/secrets").header("Location")).contains(STEP);
        assertThat(browser.open(STEP).asString())
                .contains("data-passkey=\"get\"")
                .doesNotContain("Code of your app");
        Response in = browser.send("/sign-in/passkey", Map.of("response", answer(one, 1), "back", "/profile"));
        assertThat(in.header("Location")).endsWith("/profile");
        assertThat(browser.cookie(Cookies.SESSION)).isNotEqualTo(half);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        LogEntries.Entry opened =
                entries.of(one.person().id(), "session-opened").getLast();
        assertThat(opened.body().at("/details/method").asText()).isEqualTo("passkey");
        Browser thief = new Browser();
        thief.plant(Cookies.SESSION, half);
        assertThat(thief.open("/secrets").header("Location")).contains("/sign-in?back=");
    }

    @Test
    void anAnswerThatDoesNotFitLeavesTheHalfAndIsOnTheLog() {
        Bearer one = bearers.one();
        browser.signIn(one.person().accountName(), Newcomers.PASSWORD);
        browser.open(STEP);
        for (String wrong : List.of("", "{}", answer(one, 1).replace("signature", "nature"))) {
            Response refused = browser.send("/sign-in/passkey", Map.of("response", wrong));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.asString().replace("&#39;", "'")).contains("The key's answer does not fit");
        }
        assertThat(browser.open("/secrets").header("Location")).contains(STEP);
        assertThat(entries.of(one.person().id(), "sign-in-failed"))
                .hasSize(3)
                .allSatisfy(entry ->
                        assertThat(entry.body().at("/details/method").asText()).isEqualTo("passkey"));
    }

    @Test
    void anAnswerGivenInOneHalfOpensNoOther() {
        Bearer one = bearers.one();
        browser.signIn(one.person().accountName(), Newcomers.PASSWORD);
        browser.open(STEP);
        String stolen = answer(one, 1);
        Browser thief = new Browser();
        thief.signIn(one.person().accountName(), Newcomers.PASSWORD);
        thief.open(STEP);
        assertThat(thief.send("/sign-in/passkey", Map.of("response", stolen)).statusCode())
                .isEqualTo(403);
        assertThat(browser.send("/sign-in/passkey", Map.of("response", stolen)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoHasBothIsAskedForEither() {
        Bearer one = bearers.another(apps.enrolled());
        browser.signIn(one.person().accountName(), Newcomers.PASSWORD);
        assertThat(browser.open(STEP).asString())
                .contains("data-passkey=\"get\"")
                .contains("Code of your app");
        assertThat(browser.send("/sign-in/passkey", Map.of("response", answer(one, 1)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyStepsUpInItsOwnSession() {
        Bearer one = bearers.one();
        Clocks.goOn(Duration.ofMinutes(6));
        assertThat(stepUps.provedWithin(one.caller(), Duration.ofMinutes(5))).isFalse();
        String signIn = one.key().get(bearers.asked(one.caller(), Purpose.SIGN_IN));
        assertThatThrownBy(() -> stepUps.byPasskey(one.session(), signIn, Line.NONE))
                .isInstanceOf(StepUps.Wrong.class);
        String proof = one.key().get(bearers.asked(one.caller(), Purpose.STEP_UP));
        SessionToken token = stepUps.byPasskey(one.session(), proof, Line.NONE);
        assertThat(sessions.find(token).orElseThrow().id())
                .isEqualTo(one.session().id());
        assertThat(stepUps.provedWithin(one.caller(), Duration.ofMinutes(5))).isTrue();
        assertThatThrownBy(() -> stepUps.byPasskey(one.session(), proof, Line.NONE))
                .isInstanceOf(StepUps.Wrong.class);
        assertThat(entries.of(one.person().id(), "factor-proved"))
                .extracting(LogEntries.Entry::outcome)
                .containsExactly("done", "failed", "done", "failed");
    }

    @Test
    void ofAThousandWhoShowOneAnswerInOneHalfOneGoesOn() throws Exception {
        Bearer one = bearers.one();
        Session half = bearers.session(one.person());
        assertThat(half.stage()).isEqualTo(Session.Stage.HALF);
        Manner asked = Manner.honest(step.challenge(half, Line.NONE), HOME);
        String response = one.key().get(asked.counting(0));
        var match = passkeys.check(half.caller(Line.NONE), Purpose.SIGN_IN, response)
                .orElseThrow();
        List<Callable<Optional<SessionToken>>> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            // Half of them from the beginning, half with an answer that was looked at before.
            Lane lane = Lane.ofSession(UUID.randomUUID());
            all.add(
                    i % 2 == 0
                            ? () -> risen(() -> step.byPasskey(half, lane, response, Line.NONE))
                            : () -> risen(() -> step.rise(half, match, Line.NONE)));
        }
        List<SessionToken> risen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            for (Future<Optional<SessionToken>> each : threads.invokeAll(all)) {
                each.get().ifPresent(risen::add);
            }
        }
        assertThat(risen).hasSize(1);
        assertThat(sessions.find(risen.getFirst()).orElseThrow().isWhole()).isTrue();
    }

    private static Optional<SessionToken> risen(Callable<SessionToken> go) throws Exception {
        try {
            return Optional.of(go.call());
        } catch (SecondStep.Refused e) {
            return Optional.empty();
        }
    }

    private String answer(Bearer one, int count) {
        Response options = browser.script("/sign-in/passkey/challenge", Map.of());
        assertThat(options.statusCode()).isEqualTo(200);
        return one.key().get(Manner.honest(options.asString(), HOME).counting(count));
    }
}
