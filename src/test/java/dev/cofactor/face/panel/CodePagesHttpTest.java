// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Codes as pages ask for them: nobody gets by a page what the gate would refuse him, and each is on the log. */
@QuarkusTest
class CodePagesHttpTest {
    private static final int SHORT = 3;
    private static final long MILLIS = SHORT * 1_000L;
    private static final Map<String, String> NOW = Map.of("wait", "0");

    /** The step that proved the seed is used up. */
    private static final Map<String, String> NEXT = Map.of("wait", "next");

    private final Kiosk kiosk;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    CodePagesHttpTest(Kiosk kiosk, Rules rules, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static Browser browser(Visitor visitor) {
        Browser browser = new Browser();
        browser.signIn(visitor.person().accountName(), Newcomers.PASSWORD);
        browser.open("/secrets").then().statusCode(200);
        return browser;
    }

    private static String page(Stand stand) {
        return "/secrets/" + PublicId.SECRET.of(stand.secret());
    }

    private long refusals(Visitor visitor) {
        return entries.of(visitor.person().id(), "request-refused").size();
    }

    @Test
    void whoMayFetchAndNoMoreHasItsCodeAndNotItsPage() {
        Stand stand = kiosk.stand("shared", SHORT);
        Visitor visitor = kiosk.fetcher(stand);
        Browser browser = browser(visitor);
        assertThat(browser.open("/secrets").asString())
                .contains("data-code=\"" + PublicId.SECRET.of(stand.secret()) + "\"")
                .doesNotContain("href=\"" + page(stand) + "\"");
        JsonPath code = browser.script(page(stand) + "/code", NEXT)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
        long step = code.getLong("from") / MILLIS;
        assertThat(code.getString("code")).isEqualTo(stand.codeOf(step));
        assertThat(code.getLong("until") - code.getLong("from")).isEqualTo(MILLIS);
        assertThat(code.getLong("now")).isBetween(code.getLong("from"), code.getLong("until") - 1);
        assertThat(entries.of(UUID.fromString(code.getString("receipt"))).index())
                .isEqualTo(code.getLong("index"));
        long before = refusals(visitor);
        browser.open(page(stand)).then().statusCode(403);
        assertThat(refusals(visitor)).isEqualTo(before + 1);
    }

    @Test
    void withoutAScriptTheCodeIsOnAPageThatNoCacheKeeps() {
        Stand stand = kiosk.stand("shared", SHORT);
        Browser browser = browser(kiosk.fetcher(stand));
        browser.open(page(stand) + "/code").then().statusCode(200);
        Response shown = browser.send(page(stand) + "/code", NEXT);
        shown.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(shown.asString()).contains("class=\"digits\"", "Recorded as #");
    }

    @Test
    void aStrangerIsToldThatThereIsNothingAndThatIsOnTheLog() {
        Stand stand = kiosk.stand("shared", SHORT);
        Visitor stranger = kiosk.stranger();
        Browser browser = browser(stranger);
        String nowhere = "/secrets/sec_" + "7".repeat(26);
        for (String place : new String[] {page(stand), nowhere}) {
            long before = refusals(stranger);
            browser.open(place).then().statusCode(404);
            browser.open(place + "/code").then().statusCode(404);
            browser.script(place + "/code", NOW).then().statusCode(404).contentType("application/problem+json");
            assertThat(refusals(stranger)).isEqualTo(before + 3);
        }
        assertThat(browser.open("/secrets").asString()).contains("No secrets here yet");
    }

    @Test
    void whoMayListItIsDeniedItsCode() {
        Stand stand = kiosk.stand("shared", SHORT);
        Visitor visitor = kiosk.visitor(stand, Verb.SECRET_LIST);
        Browser browser = browser(visitor);
        assertThat(browser.open("/secrets").asString())
                .contains(stand.path())
                .doesNotContain("data-code=\"" + PublicId.SECRET.of(stand.secret()));
        JsonPath denied = browser.script(page(stand) + "/code", NOW)
                .then()
                .statusCode(403)
                .extract()
                .jsonPath();
        assertThat(denied.getString("code")).isEqualTo("denied");
    }

    @Test
    void aFormFromElsewhereFetchesNothing() {
        Stand stand = kiosk.stand("shared", SHORT);
        Visitor visitor = kiosk.fetcher(stand);
        Browser browser = browser(visitor);
        browser.forge("somebody-elses-token");
        browser.script(page(stand) + "/code", NOW).then().statusCode(403);
        browser.send(page(stand) + "/code", NOW).then().statusCode(403);
        assertThat(entries.of(visitor.person().id(), "code-released")).isEmpty();
    }

    @Test
    void aCredentialForProgramsOpensNoPage() {
        Stand stand = kiosk.stand("shared", SHORT);
        Visitor visitor = kiosk.fetcher(stand);
        Response led = Kiosk.as(visitor.credential())
                .redirects()
                .follow(false)
                .header("Origin", "https://cofactor.test")
                .post(page(stand) + "/code");
        led.then().statusCode(303);
        assertThat(led.header("Location")).contains("/sign-in");
        assertThat(entries.of(visitor.person().id(), "code-released")).isEmpty();
    }

    @Test
    void whatIsWithdrawnIsRefusedAtTheNextClick() {
        Stand stand = kiosk.stand("shared", SHORT);
        Visitor visitor = kiosk.stranger();
        UUID policy = rules.allow(visitor.person().id(), stand.secret(), Verb.CODE_FETCH);
        Browser browser = browser(visitor);
        browser.script(page(stand) + "/code", NEXT).then().statusCode(200);
        rules.withdraw(policy);
        browser.script(page(stand) + "/code", NOW).then().statusCode(404);
    }

    @Test
    void whoComesSecondHearsWhoHasTheStepAndGetsTheNextOne() {
        Stand stand = kiosk.stand("same-actor", SHORT);
        Visitor first = kiosk.fetcher(stand);
        Visitor second = kiosk.fetcher(stand);
        Browser one = browser(first);
        Browser other = browser(second);
        JsonPath taken = one.script(page(stand) + "/code", NEXT).jsonPath();
        Response busy = other.script(page(stand) + "/code", NOW);
        if (busy.statusCode() == 429) { // else the step has ended meanwhile
            assertThat(busy.jsonPath().getString("heldBy.name"))
                    .isEqualTo(first.person().displayName());
            assertThat(busy.header("Retry-After")).isIn("1", "2", "3");
        }
        Response page = other.send(page(stand) + "/code", NOW);
        if (page.statusCode() == 422) {
            assertThat(page.asString())
                    .containsPattern(first.person().displayName() + " has it. The next one begins in [1-3] s\\.");
        }
        JsonPath next = other.script(page(stand) + "/code", NEXT)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(next.getLong("from")).isGreaterThan(taken.getLong("from"));
        assertThat(next.getString("code")).isEqualTo(stand.codeOf(next.getLong("from") / MILLIS));
    }

    @Test
    void aPageGoesOnByItselfOnlyWithWhatWasAskedForThere() throws InterruptedException {
        Stand stand = kiosk.stand("same-actor", SHORT);
        Browser browser = browser(kiosk.fetcher(stand));
        Map<String, String> renew = Map.of("wait", "renew");
        browser.script(page(stand) + "/code", renew)
                .then()
                .statusCode(409)
                .body("code", org.hamcrest.Matchers.equalTo("showing-ended"));
        JsonPath first = browser.script(page(stand) + "/code", NEXT).jsonPath();
        Thread.sleep(Math.max(0, first.getLong("until") + 1_200 - System.currentTimeMillis()));
        JsonPath second = browser.script(page(stand) + "/code", renew)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(second.getLong("from")).isGreaterThan(first.getLong("from"));
        assertThat(second.getString("code")).isEqualTo(stand.codeOf(second.getLong("from") / MILLIS));
        assertThat(browser.open(page(stand) + "/code").asString()).contains("code.js");
    }
}
