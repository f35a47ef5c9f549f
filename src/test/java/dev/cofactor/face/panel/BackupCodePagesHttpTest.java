// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.backups.Depot;
import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Backup codes as people take them, without a script, and what they say of them afterwards. */
@QuarkusTest
class BackupCodePagesHttpTest {
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern REPORT = Pattern.compile("action=\"(/reports/[0-9a-f-]{36})\"");

    private final Depot depot;
    private final LogEntries entries;
    private final WholeLog log;

    BackupCodePagesHttpTest(Depot depot, LogEntries entries, WholeLog log) {
        this.depot = depot;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static Browser browser(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/secrets").then().statusCode(200);
        return browser;
    }

    private static String found(Pattern pattern, Response page) {
        Matcher matcher = pattern.matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }

    private static String page(Pool pool) {
        return "/secrets/" + pool.id();
    }

    @Test
    void readingThePageTakesNothingAndTheFormSentTwiceTakesOne() {
        Pool pool = depot.pool(3, 0, 0);
        Browser browser = browser(depot.taker(pool).person());
        Response ask = browser.open(page(pool) + "/backup-code");
        ask.then().statusCode(200);
        assertThat(ask.asString()).contains("3 of 3 left", "One code fewer is left then.");
        assertThat(entries.about(pool.secret(), "backup-code-taken")).isEmpty();
        Map<String, String> form = Map.of("key", found(KEY, ask));
        Response taken = browser.send(page(pool) + "/backup-code", form);
        taken.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(taken.asString()).contains(pool.codes().getFirst(), "2 of 3 left", "Recorded as #");
        assertThat(browser.send(page(pool) + "/backup-code", form).asString())
                .contains(pool.codes().getFirst(), "2 of 3 left");
        Response next = browser.open(page(pool) + "/backup-code");
        assertThat(browser.send(page(pool) + "/backup-code", Map.of("key", found(KEY, next)))
                        .asString())
                .contains(pool.codes().get(1));
    }

    @Test
    void afterARefusalABackupCodeIsOfferedAndThenTheOwnersAndOnceOnly() {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        Browser browser = browser(taker.person());
        Response ask = browser.open(page(pool) + "/backup-code");
        String report = found(REPORT, browser.send(page(pool) + "/backup-code", Map.of("key", found(KEY, ask))));
        browser.send(report, Map.of("result", "nonsense")).then().statusCode(422);
        browser.send(report, Map.of("result", "rejected")).then().statusCode(303);
        Response offers = browser.open(report);
        assertThat(offers.asString())
                .contains("the site refused it", "Take a backup code", "Ask the owners")
                .doesNotContain("Get the next code", pool.codes().getFirst());
        assertThat(offers.asString().indexOf("Take a backup code"))
                .isLessThan(offers.asString().indexOf("Ask the owners"));
        browser.send(report + "/help", Map.of()).then().statusCode(303);
        assertThat(browser.open(report + "?news=asked").asString()).contains("The owners are told");
        browser.send(report + "/help", Map.of()).then().statusCode(422);
        assertThat(browser.open(report).asString()).doesNotContain("Ask the owners");
        assertThat(browser(pool.owner()).open("/notices").asString())
                .contains("does not get in")
                .doesNotContain(pool.codes().getFirst());
        browser(depot.stranger().person()).open(report).then().statusCode(404);
    }

    @Test
    void theSecretsPageSaysWhoHadOneAndHowItWentAndWhoEditsPutsItBack() {
        Pool pool = depot.pool(3, 0, 0);
        Taker editor = depot.taker(pool, Verb.SECRET_EDIT, Verb.SECRET_READ_META);
        String receipt = depot.take(editor, pool).path("receipt");
        depot.report(editor, receipt, "not-used").then().statusCode(200);
        Browser browser = browser(editor.person());
        Response page = browser.open(page(pool));
        page.then().statusCode(200);
        assertThat(page.asString())
                .contains("2 of 3 left", "took a backup code", "it was not used", "Put it back")
                .doesNotContain(pool.codes().getFirst());
        browser.send("/reports/" + receipt + "/return", Map.of()).then().statusCode(303);
        assertThat(browser.open(page(pool)).asString()).contains("3 of 3 left").doesNotContain("Put it back");
        Taker reader = depot.taker(pool, Verb.SECRET_READ_META);
        assertThat(browser(reader.person()).open(page(pool)).asString())
                .contains("3 of 3 left", "Take a backup code")
                .doesNotContain("Put it back");
    }

    @Test
    void theLastOnesAreAskedForOnThePageItself() {
        Pool pool = depot.pool(2, 0, 2);
        Taker taker = depot.taker(pool);
        Person approver = depot.approverOf(taker, pool);
        Browser browser = browser(taker.person());
        Response ask = browser.open(page(pool) + "/backup-code");
        assertThat(ask.asString())
                .contains("need somebody&#39;s yes", "Ask for access")
                .doesNotContain("Take one");
        browser.send(
                        page(pool) + "/backup-code",
                        Map.of("key", UUID.randomUUID().toString()))
                .then()
                .statusCode(422);
        assertThat(entries.about(pool.secret(), "backup-code-taken")).isEmpty();
        Response asked = browser.send(page(pool) + "/ask", Map.of("for", "backup-code.take"));
        asked.then().statusCode(303);
        assertThat(asked.header("Location")).endsWith(page(pool) + "/backup-code");
        String request =
                found(Pattern.compile("/approvals/(req_[0-9a-z]{26})"), browser.open(page(pool) + "/backup-code"));
        depot.approve(approver, request);
        Response open = browser.open(page(pool) + "/backup-code");
        assertThat(open.asString()).contains("Take one");
        assertThat(browser.send(page(pool) + "/backup-code", Map.of("key", found(KEY, open)))
                        .asString())
                .contains(pool.codes().getFirst());
    }

    @Test
    void whoMayNotIsRefusedAndAFormFromElsewhereTakesNothing() {
        Pool pool = depot.pool(2, 0, 0);
        Taker stranger = depot.stranger();
        Browser browser = browser(stranger.person());
        browser.open(page(pool) + "/backup-code").then().statusCode(404);
        browser.send(page(pool) + "/backup-code", Map.of()).then().statusCode(404);
        Taker taker = depot.taker(pool);
        Browser forged = browser(taker.person());
        forged.forge("somebody-elses-token");
        forged.send(page(pool) + "/backup-code", Map.of()).then().statusCode(403);
        assertThat(entries.about(pool.secret(), "backup-code-taken")).isEmpty();
    }
}
