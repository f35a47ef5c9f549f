// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log on pages: auditors read it, and others learn nothing by asking. */
@QuarkusTest
class AuditPagesHttpTest {
    private final Desk desk;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;

    AuditPagesHttpTest(Desk desk, Newcomers newcomers, Shelf shelf, LogEntries entries, WholeLog log) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoIsNoAuditorIsRefusedAlikeWhateverHeNamesAndThatIsOnTheLog() {
        Folder folder = shelf.folder();
        shelf.secret(folder, "root");
        Person person = newcomers.settled();
        Browser browser = desk.at(person);
        List<String> asked = List.of(
                "/audit",
                "/audit?who=" + person.accountName(),
                "/audit?who=nobody-of-this-name",
                "/audit?what=" + folder.path() + "/root",
                "/audit?what=nowhere/at-all");
        for (String one : asked) {
            int before = entries.of(person.id(), "request-refused").size();
            browser.open(one).then().statusCode(403);
            assertThat(entries.of(person.id(), "request-refused")).hasSize(before + 1);
        }
    }

    @Test
    void anAuditorFindsWhoDidWhatAndThatHeReadIsOnTheLog() {
        Person auditor = newcomers.inRole(Role.AUDITOR);
        Browser browser = desk.at(auditor);
        String page = browser.open("/audit?who=" + auditor.accountName() + "&kind=door")
                .asString();
        assertThat(page).contains("Session opened", "127.0.0.1");
        assertThat(entries.of(auditor.id(), "audit-read")).hasSize(1);
        assertThat(browser.open("/audit?who=nobody-of-this-name").asString())
                .contains("Nobody and nothing by that name");
        String event = Desk.id("/audit/", page);
        assertThat(browser.open("/audit/" + event).asString()).contains("As recorded", event);
    }

    @Test
    void whatIsLookedForStandsInTheAddressAndLeavesAsATable() {
        Person auditor = newcomers.inRole(Role.AUDITOR);
        Browser browser = desk.at(auditor);
        String query = "?kind=door&outcome=done&who=" + auditor.accountName() + "&from=2020-01-01&address=127.0.0.1";
        String page = browser.open("/audit" + query).asString();
        assertThat(page)
                .contains(
                        "Session opened", "value=\"2020-01-01\"", "value=\"127.0.0.1\"", "/audit/events.csv?kind=door")
                .contains("<option value=\"done\" selected>", "/audit?kind=policies&amp;outcome=done");
        assertThat(browser.open("/audit" + query + "&until=2020-01-02").asString())
                .contains("Nothing of that kind");
        assertThat(browser.open("/audit/events.csv" + query).asString())
                .startsWith("index,state,time")
                .contains("session-opened");
        assertThat(browser.open("/audit/events.jsonl" + query).asString()).contains("\"state\":\"sound\"");
        assertThat(entries.of(auditor.id(), "audit-exported")).hasSize(2);
        assertThat(browser.open("/audit/events.csv?who=nobody-of-this-name").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeLookedForComesBackAsItWasTyped() {
        Browser browser = desk.at(newcomers.inRole(Role.AUDITOR));
        Response refused = browser.open("/audit?address=<img onerror=1>");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("A parameter is not as it should be", "value=\"&lt;img onerror=1&gt;\"")
                .doesNotContain("<img");
    }
}
