// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Deciding;
import dev.cofactor.desk.backups.Depot;
import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands beneath the code: nothing that its reader may not know, and looking leaves no record. */
@QuarkusTest
class PanelPagesHttpTest {
    private final Kiosk kiosk;
    private final Depot depot;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Roles roles;
    private final Seconds seconds;
    private final Deciding deciding;
    private final LogEntries entries;
    private final WholeLog log;

    PanelPagesHttpTest(
            Kiosk kiosk,
            Depot depot,
            Newcomers newcomers,
            Rules rules,
            Roles roles,
            Seconds seconds,
            Deciding deciding,
            LogEntries entries,
            WholeLog log) {
        this.kiosk = kiosk;
        this.depot = depot;
        this.newcomers = newcomers;
        this.rules = rules;
        this.roles = roles;
        this.seconds = seconds;
        this.deciding = deciding;
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

    private static String page(UUID secret) {
        return "/secrets/" + PublicId.SECRET.of(secret);
    }

    /** As the panel's script asks for it. */
    private static Response part(Browser browser, UUID secret) {
        return browser.part(page(secret) + "/panel");
    }

    @Test
    void whoOpensTheAddressIsLedToThePageOfTheCode() {
        Stand stand = kiosk.stand("shared", 30);
        Browser browser = browser(kiosk.fetcher(stand).person());
        Response led = browser.open(page(stand.secret()) + "/panel");
        led.then().statusCode(303);
        assertThat(led.header("Location")).endsWith(page(stand.secret()) + "/code");
    }

    @Test
    void whoMayFetchAndNoMoreSeesThatNothingIsMissingAndLookingLeavesNoRecord() {
        Stand stand = kiosk.stand("shared", 30);
        Browser browser = browser(kiosk.fetcher(stand).person());
        long before = log.verify();
        Response part = part(browser, stand.secret());
        part.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(part.asString())
                .contains("data-stands=\"ready\"")
                .doesNotContain("data-inside", "All about this secret", "had a code", "<html");
        assertThat(log.verify()).isEqualTo(before);
    }

    @Test
    void aStrangerHearsThatThereIsNothingAndThatIsOnTheLog() {
        Stand stand = kiosk.stand("shared", 30);
        Visitor stranger = kiosk.stranger();
        Browser browser = browser(stranger.person());
        part(browser, stand.secret()).then().statusCode(404);
        part(browser, UUID.randomUUID()).then().statusCode(404);
        assertThat(entries.of(stranger.person().id(), "request-refused")).hasSize(2);
    }

    @Test
    void whoReadsAboutItSeesWhoHadACodeLast() {
        Stand stand = kiosk.stand("shared", 3);
        Visitor fetcher = kiosk.fetcher(stand);
        browser(fetcher.person())
                .script(page(stand.secret()) + "/code", Map.of("wait", "next"))
                .then()
                .statusCode(200);
        Visitor reader = kiosk.visitor(stand, Verb.CODE_FETCH, Verb.SECRET_READ_META);
        assertThat(part(browser(reader.person()), stand.secret()).asString())
                .contains("data-inside", "<bdi>" + fetcher.person().displayName() + "</bdi> had a code");
    }

    @Test
    void aRequestIsMadeFollowedAndAnsweredInPlace() {
        Stand stand = kiosk.stand("shared", 30);
        Person approver = newcomers.inRole(Role.APPROVER);
        Visitor asker = kiosk.stranger();
        allow(asker.person(), stand, new Need.Reason(5), yes(newcomers.group(approver.id())));
        Browser browser = browser(asker.person());
        assertThat(part(browser, stand.secret()).asString())
                .contains("data-stands=\"steps\"", "action=\"" + page(stand.secret()) + "/ask\"");
        browser.send(page(stand.secret()) + "/ask", Map.of("for", "code.fetch", "reason", "the invoice is due"));
        String waits = part(browser, stand.secret()).asString();
        assertThat(waits).contains("data-stands=\"waits\"", "id=\"standing\"", "/withdraw");
        long before = log.verify();
        part(browser, stand.secret());
        assertThat(log.verify()).isEqualTo(before);
        String request = waits.substring(waits.indexOf("req_"), waits.indexOf("req_") + 30);
        deciding.approve(seconds.proved(approver), PublicId.REQUEST.read(request), Deciding.Lesser.ALL);
        assertThat(part(browser, stand.secret()).asString()).contains("data-stands=\"ready\"");
        assertThat(entries.of(asker.person().id(), "code-released")).isEmpty();
    }

    private static Need yes(UUID group) {
        return new Need.Approval(
                1, Set.of(new Approver.Group(group)), Duration.ofDays(20), Duration.ofHours(2), 3, false);
    }

    private void allow(Person person, Stand stand, Need... needs) {
        Clauses clauses = new Clauses(Set.of(), Set.of(needs), Set.of(), Set.of());
        rules.add(Effect.ALLOW, new Subject.Person(person.id()), stand.secret(), clauses, Verb.CODE_FETCH);
    }

    @Test
    void aReasonIsSaidInPlaceAndStandsOnTheLog() {
        Stand stand = kiosk.stand("shared", 3);
        Visitor visitor = kiosk.stranger();
        allow(visitor.person(), stand, new Need.Reason(8));
        Browser browser = browser(visitor.person());
        assertThat(part(browser, stand.secret()).asString())
                .contains("data-stands=\"words\"", "data-fetches", "id=\"fetch-reason\"");
        browser.script(page(stand.secret()) + "/code", Map.of("wait", "next", "reason", "why"))
                .then()
                .statusCode(403);
        browser.script(page(stand.secret()) + "/code", Map.of("wait", "next", "reason", "because\nit is due"))
                .then()
                .statusCode(200);
        assertThat(entries.of(visitor.person().id(), "code-released")
                        .getFirst()
                        .body()
                        .at("/details/reason")
                        .asText())
                .isEqualTo("because it is due");
    }

    @Test
    void backupCodesAreCountedAndAfterARestoreAreSaidToBePutAside() throws SQLException {
        Pool pool = depot.pool(3, 0, 0);
        Browser browser = browser(depot.taker(pool).person());
        assertThat(part(browser, pool.secret()).asString())
                .contains("3 of 3 left", page(pool.secret()) + "/backup-code", "data-stands=\"none\"")
                .doesNotContain("Restored");
        assertThat(browser.open("/secrets").asString()).contains(">Backup code<");
        try (Connection owner = roles.owner()) {
            Roles.execute(
                    owner,
                    "insert into claim_unsure select pool from backup_pool where secret = '" + pool.secret() + "'");
        }
        assertThat(part(browser, pool.secret()).asString()).contains("Restored", "Enter new ones.");
        assertThat(browser.open(page(pool.secret()) + "/backup-code").asString())
                .contains("Restored")
                .doesNotContain("Take one</button>");
        assertThat(entries.about(pool.secret(), "backup-code-taken")).isEmpty();
    }
}
