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
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A counter that is brought into step on its page, and the mark by which owners are told, on the secret's. */
@QuarkusTest
class CounterPagesHttpTest {
    private final Kiosk kiosk;
    private final LogEntries entries;
    private final WholeLog log;

    CounterPagesHttpTest(Kiosk kiosk, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void twoCodesOfAnotherAppOrTheSitesCounterBringItIntoStep() {
        Stand stand = kiosk.counting();
        Visitor editor = kiosk.visitor(stand, Verb.SECRET_EDIT);
        Browser browser = browser(editor);
        String page = page(stand);
        assertThat(browser.open(page).asString()).contains("Bring it into step", "They are not told");
        browser.open(page + "/counter").then().statusCode(200);
        String code = stand.codeOf(9);
        Response moved = browser.send(
                page + "/counter",
                Map.of("first", code.substring(0, 3) + " " + code.substring(3), "second", stand.codeOf(10)));
        moved.then().statusCode(200);
        assertThat(moved.asString()).contains("counter 11").doesNotContain(stand.codeOf(11));
        Response behind = browser.send(page + "/counter", Map.of("counter", "3"));
        behind.then().statusCode(422);
        assertThat(behind.asString()).contains("never goes back");
        Response wrong = browser.send(page + "/counter", Map.of("first", "9".repeat(5000), "second", "1"));
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).doesNotContain("99999");
        assertThat(entries.about(stand.secret(), "counter-moved")).hasSize(1);
    }

    @Test
    void theOwnersAreToldEachTimeFromThePressOfAButtonOn() {
        Stand stand = kiosk.counting();
        Visitor editor = kiosk.visitor(stand, Verb.SECRET_EDIT);
        Browser browser = browser(editor);
        String page = page(stand);
        browser.open(page).then().statusCode(200);
        browser.send(page + "/watched", Map.of("watched", "true")).then().statusCode(303);
        assertThat(browser.open(page).asString()).contains("They are told whenever");
        browser.send(page + "/watched", Map.of("watched", "false")).then().statusCode(303);
        assertThat(browser.open(page).asString()).contains("They are not told");
    }

    @Test
    void whoMayOnlyReadOrFetchHasNeither() {
        Stand stand = kiosk.counting();
        Visitor reader = kiosk.visitor(stand, Verb.SECRET_READ_META, Verb.CODE_FETCH);
        Browser browser = browser(reader);
        String page = page(stand);
        assertThat(browser.open(page).asString()).doesNotContain("Bring it into step", "Tell them");
        browser.open(page + "/counter").then().statusCode(403);
        browser.open(page).then().statusCode(200);
        browser.send(page + "/counter", Map.of("counter", "9")).then().statusCode(403);
        browser.send(page + "/watched", Map.of("watched", "true")).then().statusCode(403);
        assertThat(entries.of(reader.person().id(), "request-refused")).hasSize(3);
    }

    private static String page(Stand stand) {
        return "/secrets/" + PublicId.SECRET.of(stand.secret());
    }

    private static Browser browser(Visitor visitor) {
        Browser browser = new Browser();
        browser.signIn(visitor.person().accountName(), Newcomers.PASSWORD);
        return browser;
    }
}
