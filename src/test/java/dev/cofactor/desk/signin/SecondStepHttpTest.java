// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static dev.cofactor.fixtures.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Between the password and everything else. */
@QuarkusTest
class SecondStepHttpTest {
    private static final List<String> PAGES =
            List.of("/secrets", "/profile", "/profile/password", "/profile/sessions", "/step-up", "/new-password");

    private final Apps apps;
    private final Newcomers newcomers;
    private final Gate gate;
    private final LogEntries entries;
    private final Told told;
    private final WholeLog log;
    private final Browser browser = new Browser();

    SecondStepHttpTest(Apps apps, Newcomers newcomers, Gate gate, LogEntries entries, Told told, WholeLog log) {
        this.apps = apps;
        this.newcomers = newcomers;
        this.gate = gate;
        this.entries = entries;
        this.told = told;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aRightPasswordOpensNothingButTheSecondStep() {
        Enrolled anna = apps.enrolled();
        password(browser, anna);
        for (String page : PAGES) {
            assertThat(browser.open(page).header("Location"))
                    .contains("/sign-in/factor?back=" + page.replace("/", "%2F"));
        }
        assertThat(browser.open("/sign-in/factor").asString()).contains("Code of your app");
        assertThat(browser.send("/profile/api-credential", Map.of()).header("Location"))
                .contains("/sign-in/factor");
        for (String page : List.of("/sign-in/recovered", "/sign-in/set-up")) {
            assertThat(browser.open(page).header("Location")).contains("/sign-in/factor");
        }
        as(browser.cookie(Cookies.SESSION)).get("/api/v1/sessions").then().statusCode(401);
        LogEntries.Entry proved =
                entries.of(anna.person().id(), "password-proved").getLast();
        assertThat(proved.body().at("/details/method").asText()).isEqualTo("password");
    }

    @Test
    void nothingIsRecordedForHalfASignInWhoeverLetItThrough() {
        Enrolled anna = apps.enrolled();
        Caller half = newcomers.signedIn(anna.person());
        Fact fact = Fact.done(
                        half,
                        EventClass.TOOL_USED,
                        Sessions.subject(half.session().orElseThrow()))
                .whileSignedIn();
        assertThatThrownBy(() -> gate.note(fact, Moves.NOTHING, at -> Done.of(at)))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED));
    }

    @Test
    void aCodeOpensTheRestUnderAnotherCookieAndTheHalfIsNoMore() {
        Enrolled anna = apps.enrolled();
        password(browser, anna);
        String half = browser.cookie(Cookies.SESSION);
        browser.open("/sign-in/factor?back=%2Fprofile");
        Response in = browser.send("/sign-in/factor", Map.of("code", anna.code(), "back", "/profile"));
        assertThat(in.header("Location")).endsWith("/profile");
        assertThat(browser.cookie(Cookies.SESSION)).isNotEmpty().isNotEqualTo(half);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        assertThat(browser.open("/sign-in/factor").header("Location")).endsWith("/secrets");
        Browser thief = new Browser();
        thief.plant(Cookies.SESSION, half);
        assertThat(thief.open("/secrets").header("Location")).contains("/sign-in?back=");

        LogEntries.Entry opened =
                entries.of(anna.person().id(), "session-opened").getLast();
        LogEntries.Entry proved =
                entries.of(anna.person().id(), "password-proved").getLast();
        assertThat(opened.body().at("/details/method").asText()).isEqualTo("totp");
        assertThat(opened.body().at("/details/other").asText())
                .isEqualTo(proved.body().at("/about/id").asText());
        assertThat(opened.body().at("/about/id").asText())
                .isNotEqualTo(proved.body().at("/about/id").asText());
    }

    @Test
    void aCodeIsGoodOnceAndAWrongOneIsToldTheSameToTheLetter() {
        Enrolled anna = apps.enrolled();
        String code = anna.code();
        password(browser, anna);
        assertThat(step(browser, code).statusCode()).isEqualTo(303);
        Browser again = new Browser();
        password(again, anna);
        Response used = step(again, code);
        Response wrong = step(again, code.equals("123456") ? "654321" : "123456");
        assertThat(used.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(403);
        assertThat(used.asString())
                .isEqualTo(wrong.asString())
                .contains("not right")
                .doesNotContain(code);
        assertThat(again.open("/secrets").header("Location")).contains("/sign-in/factor");
        assertThat(entries.about(anna.person().id(), "sign-in-failed"))
                .hasSize(2)
                .allSatisfy(failed ->
                        assertThat(failed.body().at("/details/method").asText()).isEqualTo("totp"))
                .allSatisfy(failed ->
                        assertThat(failed.body().at("/details").toString()).doesNotContain(code));
    }

    @Test
    void theSecondStepSharesTheThrottleAndARightPasswordGivesNoOtherFive() throws Exception {
        Enrolled anna = apps.enrolled();
        try (AutoCloseable held = Clocks.held()) {
            password(browser, anna);
            step(browser, "000001");
            step(browser, "000002");
            Browser next = new Browser();
            password(next, anna);
            assertThat(step(next, "000003").statusCode()).isEqualTo(403);
            Response waits = step(next, anna.app().code(1));
            assertThat(waits.statusCode()).isEqualTo(429);
            assertThat(waits.header("Retry-After")).isNotEmpty();
            assertThat(password(new Browser(), anna).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void thereIsNoRememberingTheDevice() {
        Enrolled anna = apps.enrolled();
        password(browser, anna);
        step(browser, anna.code());
        browser.open("/secrets");
        browser.send("/sign-out", Map.of());
        password(browser, anna);
        assertThat(browser.open("/secrets").header("Location")).contains("/sign-in/factor");
    }

    @Test
    void halfASignInEndsByItselfAndWhenOneSaysSo() {
        Enrolled anna = apps.enrolled();
        password(browser, anna);
        Browser other = new Browser();
        password(other, anna);
        other.open("/sign-in/factor");
        assertThat(other.send("/sign-out", Map.of()).header("Location")).endsWith("/sign-in?state=signed-out");
        for (int i = 0; i < 5; i++) {
            Clocks.goOn(Duration.ofMinutes(2));
            browser.open("/sign-in/factor");
        }
        Clocks.goOn(Duration.ofSeconds(1));
        assertThat(browser.open("/sign-in/factor").header("Location")).contains("state=ended");
    }

    @Test
    void aRecoveryCodeLeadsToAPageThatAsksWhetherOneKnows() {
        Enrolled anna = apps.enrolled();
        password(browser, anna);
        browser.open("/sign-in/recovery-code");
        String code = anna.recovery().getFirst();
        String typed = " " + code.toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(browser.send("/sign-in/recovery-code", Map.of("code", typed)).statusCode())
                .isEqualTo(303);
        String before = browser.cookie(Cookies.SESSION);
        for (String page : List.of("/secrets", "/profile", "/profile/password", "/step-up")) {
            assertThat(browser.open(page).header("Location")).endsWith("/sign-in/recovered");
        }
        assertThat(browser.send("/profile/api-credential", Map.of()).header("Location"))
                .endsWith("/sign-in/recovered");
        assertThat(browser.open("/sign-in/recovered").asString()).contains("9 are left");
        assertThat(browser.send("/sign-in/recovered", Map.of()).header("Location"))
                .endsWith("/secrets");
        assertThat(browser.cookie(Cookies.SESSION)).isNotEqualTo(before);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);

        assertThat(told.to(anna.person().id())).extracting(Told.Row::kind).contains("recovery-code-used");
        LogEntries.Entry used =
                entries.of(anna.person().id(), "recovery-code-used").getLast();
        assertThat(used.body().toString()).doesNotContain(code);
        Browser again = new Browser();
        password(again, anna);
        again.open("/sign-in/recovery-code");
        assertThat(again.send("/sign-in/recovery-code", Map.of("code", code)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenOfOneKindOpensNoOtherDoor() {
        Enrolled anna = apps.enrolled();
        String credential = newcomers.credential(newcomers.settled());
        Browser programs = new Browser();
        programs.plant(Cookies.SESSION, credential);
        assertThat(programs.open("/secrets").header("Location")).contains("/sign-in");
        password(browser, anna);
        step(browser, anna.code());
        as(browser.cookie(Cookies.SESSION)).get("/api/v1/sessions").then().statusCode(401);
        as("cfp_" + browser.cookie(Cookies.SESSION))
                .get("/api/v1/sessions")
                .then()
                .statusCode(401);
        as(browser.cookie(Cookies.KNOWN_BROWSER)).get("/api/v1/sessions").then().statusCode(401);
        Browser known = new Browser();
        known.plant(Cookies.SESSION, browser.cookie(Cookies.KNOWN_BROWSER));
        assertThat(known.open("/secrets").header("Location")).contains("/sign-in");
    }

    private static Response password(Browser browser, Enrolled who) {
        return browser.signIn(who.person().accountName(), Newcomers.PASSWORD);
    }

    private static Response step(Browser browser, String code) {
        browser.open("/sign-in/factor");
        return browser.send("/sign-in/factor", Map.of("code", code));
    }
}
