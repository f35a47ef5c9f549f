// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static dev.cofactor.face.terminal.Doorstep.asked;
import static dev.cofactor.face.terminal.Doorstep.collected;
import static dev.cofactor.face.terminal.Doorstep.found;
import static dev.cofactor.face.terminal.Doorstep.post;
import static dev.cofactor.face.terminal.Doorstep.says;
import static dev.cofactor.face.terminal.Doorstep.signedIn;
import static dev.cofactor.face.terminal.Doorstep.typed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.FailingRecord;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.LogEntries.Entry;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A terminal comes in as somebody by his word, given with a second factor, and by nothing else. */
@QuarkusTest
class TerminalsHttpTest {
    private final Apps apps;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Roles roles;
    private final WholeLog log;

    TerminalsHttpTest(Apps apps, Newcomers newcomers, LogEntries entries, Roles roles, WholeLog log) {
        this.apps = apps;
        this.newcomers = newcomers;
        this.entries = entries;
        this.roles = roles;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRightAndNothingWaitsForTheNextTest() {
        assertThat(log.verify()).isPositive();
        Clocks.goOn(Duration.ofMinutes(6));
    }

    @Test
    void itsPersonTypesWhatItShowsAndItComesInAsHim() {
        Enrolled somebody = apps.enrolled();
        JsonPath terminal = asked();
        assertThat(terminal.getString("code")).matches("[B-Z]{4}-[B-Z]{4}");
        assertThat(terminal.getString("url")).isEqualTo("https://cofactor.test/terminal");
        collected(terminal).then().statusCode(202);
        Browser browser = signedIn(somebody);
        Response page = typed(
                browser,
                " " + terminal.getString("code").toLowerCase(Locale.ROOT).replace("-", " "));
        assertThat(page.asString())
                .contains("ada@laptop")
                .contains("127.0.0.1")
                .contains("the same address as this browser")
                .doesNotContain(terminal.getString("device"));
        String id = found(browser, terminal);
        assertThat(says(browser, id, "admit").header("Location")).endsWith("/terminal?state=admitted");
        JsonPath handed = collected(terminal).then().statusCode(200).extract().jsonPath();
        String credential = handed.getString("credential");
        assertThat(credential).startsWith("cfp_");
        assertThat(handed.getString("session")).isEqualTo(id);
        given().header("Authorization", "Bearer " + credential)
                .get("/api/v1/sessions")
                .then()
                .statusCode(200);
        Entry decided = entries.about(UUID.fromString(id), "terminal-decided").getFirst();
        assertThat(decided.body().at("/details/result").asText()).isEqualTo("admitted");
        Entry opened = entries.about(UUID.fromString(id), "session-opened").getFirst();
        assertThat(opened.body().at("/details/method").asText()).isEqualTo("terminal");
        assertThat(opened.index()).isGreaterThan(decided.index());
        assertThat(entries.of(somebody.person().id(), "session-opened")).contains(opened);
    }

    @Test
    void itIsHandedOutOnceHoweverManyComeForIt() throws Exception {
        Browser browser = signedIn(apps.enrolled());
        JsonPath terminal = asked();
        says(browser, found(browser, terminal), "admit");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = Stream.generate(
                            () -> threads.submit(() -> collected(terminal).statusCode()))
                    .limit(8)
                    .toList();
            long handed = 0;
            for (Future<Integer> one : all) {
                handed += one.get() == 200 ? 1 : 0;
                assertThat(one.get()).isIn(200, 404);
            }
            assertThat(handed).isOne();
        }
        collected(terminal).then().statusCode(404);
    }

    @Test
    void whileNothingCanBeRecordedNoWordCountsAndNothingIsHandedOut() throws SQLException {
        Browser browser = signedIn(apps.enrolled());
        JsonPath terminal = asked();
        String id = found(browser, terminal);
        for (FailingRecord fault : List.of(FailingRecord.ERROR, FailingRecord.COMMIT_ANSWER_LOST)) {
            Response word = fault.during(roles, () -> says(browser, id, "admit"));
            assertThat(word.statusCode()).isEqualTo(503);
            collected(terminal).then().statusCode(202);
        }
        says(browser, id, "admit").then().statusCode(303);
        for (FailingRecord fault : List.of(FailingRecord.ERROR, FailingRecord.COMMIT_ANSWER_LOST)) {
            Response given = fault.during(roles, () -> collected(terminal));
            assertThat(given.statusCode()).isEqualTo(503);
        }
        collected(terminal).then().statusCode(200);
        assertThat(entries.about(UUID.fromString(id), "session-opened")).hasSize(1);
    }

    @Test
    void ofTwoWordsTheFirstCounts() {
        Browser browser = signedIn(apps.enrolled());
        Browser other = signedIn(apps.enrolled());
        JsonPath terminal = asked();
        String id = found(browser, terminal);
        assertThat(found(other, terminal)).isEqualTo(id);
        says(browser, id, "refuse").then().statusCode(303);
        says(other, id, "admit").then().statusCode(422);
        collected(terminal).then().statusCode(403);
        collected(terminal).then().statusCode(404);
        assertThat(entries.about(UUID.fromString(id), "session-opened")).isEmpty();
    }

    @Test
    void whoProvedNoSecondFactorLetsNothingIn() {
        Person person = newcomers.settled();
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open("/terminal").asString()).contains("Set up a second factor");
        JsonPath terminal = asked();
        browser.open("/profile/password"); // for the token of its form
        assertThat(typed(browser, terminal.getString("code")).statusCode()).isEqualTo(422);
        assertThat(entries.of(person.id(), "request-refused")
                        .getLast()
                        .body()
                        .at("/details/code")
                        .asText())
                .isEqualTo("factor-needed");
        collected(terminal).then().statusCode(202);
    }

    @Test
    void theProofHasToBeFreshWhenTheWordIsGiven() {
        Enrolled somebody = apps.enrolled();
        Browser browser = signedIn(somebody);
        Clocks.goOn(Duration.ofMinutes(9));
        assertThat(browser.open("/terminal").header("Location")).contains("/step-up?back=");
        JsonPath terminal = asked();
        browser.open("/profile");
        String id = found(browser, terminal);
        Clocks.goOn(Duration.ofMinutes(2));
        assertThat(says(browser, id, "admit").header("Location")).contains("/step-up?back=");
        collected(terminal).then().statusCode(202);
    }

    @Test
    void whatIsTypedWrongIsOnTheLogAndSoonHasToWait() {
        Enrolled somebody = apps.enrolled();
        Browser browser = signedIn(somebody);
        JsonPath terminal = asked();
        for (int i = 0; i < 5; i++) {
            assertThat(typed(browser, "BBBB-BBB" + "BCDFG".charAt(i)).statusCode())
                    .isEqualTo(422);
        }
        List<Entry> refused = entries.of(somebody.person().id(), "request-refused");
        assertThat(refused).hasSize(5);
        assertThat(refused.getLast().body().toString()).doesNotContain("BBBB");
        typed(browser, "BBBB-BBBH");
        Response waits = typed(browser, terminal.getString("code"));
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.header("Retry-After")).matches("[0-9]+");
        Clocks.goOn(Duration.ofMinutes(
                2)); // and a right one forgives nothing: whoever guesses has one of his own at any time
        found(browser, terminal);
        typed(browser, "BBBB-BBBJ");
        assertThat(typed(browser, "BBBB-BBBK").statusCode()).isEqualTo(429);
    }

    @Test
    void afterFiveMinutesItIsAsIfItHadNeverAsked() {
        Browser browser = signedIn(apps.enrolled());
        JsonPath late = asked();
        JsonPath uncollected = asked();
        says(browser, found(browser, uncollected), "admit");
        Clocks.goOn(Duration.ofMinutes(5));
        assertThat(typed(browser, late.getString("code")).statusCode()).isEqualTo(422);
        collected(late).then().statusCode(404);
        collected(uncollected).then().statusCode(404);
    }

    @Test
    void theWordEndsWithTheSessionThatGaveIt() {
        Browser browser = signedIn(apps.enrolled());
        JsonPath terminal = asked();
        String id = found(browser, terminal);
        says(browser, id, "admit");
        browser.open("/profile");
        browser.send("/sign-out", Map.of());
        collected(terminal).then().statusCode(404);
        assertThat(entries.about(UUID.fromString(id), "session-opened")).isEmpty();
    }

    @Test
    void aNetworkHasTwentyAtATimeAndNobodyHearsOfAStranger() {
        for (int i = 0; i < 20; i++) {
            asked();
        }
        post("", Map.of("name", "x")).then().statusCode(429).header("Retry-After", "30");
        Clocks.goOn(Duration.ofMinutes(6));
        asked();
        for (String wrong : List.of("", "two words", "<b>", "x".repeat(65), "\u202egro", "a\nb")) {
            assertThat(post("", Map.of("name", wrong)).statusCode()).as(wrong).isEqualTo(400);
        }
        post("", Map.of()).then().statusCode(400);
        String unknown = "ctd_" + "A".repeat(43);
        String one = post("/credential", Map.of("device", unknown))
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String other = post("/credential", Map.of("device", "x".repeat(5_000)))
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(one.replaceAll("[0-9a-f]{32}", "")).isEqualTo(other.replaceAll("[0-9a-f]{32}", ""));
    }

    @Test
    void aCredentialForProgramsAndAStrangerLetNothingIn() {
        Enrolled somebody = apps.enrolled();
        Browser browser = signedIn(somebody);
        JsonPath terminal = asked();
        String id = found(browser, terminal);
        new Browser().open("/terminal").then().statusCode(303);
        given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + newcomers.credential(newcomers.settled()))
                .header("Origin", "https://cofactor.test")
                .post("/terminal/" + id + "/admit")
                .then()
                .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(300));
        Browser forged = signedIn(apps.enrolled());
        forged.forge("forged");
        says(forged, id, "admit").then().statusCode(403);
        collected(terminal).then().statusCode(202);
    }

    @Test
    void whatIsKeptOpensNothing() throws SQLException {
        JsonPath terminal = asked();
        try (var connection = roles.server();
                var rows = connection.createStatement().executeQuery("select cast(t as text) from terminal t")) {
            assertThat(rows.next()).isTrue();
            do {
                assertThat(rows.getString(1))
                        .doesNotContain(terminal.getString("device"))
                        .doesNotContain(terminal.getString("code"))
                        .doesNotContain(terminal.getString("code").replace("-", ""));
            } while (rows.next());
        }
    }
}
