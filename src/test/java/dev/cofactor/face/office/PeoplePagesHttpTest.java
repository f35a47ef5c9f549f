// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and groups, as an administrator has them in a browser without scripts. */
@QuarkusTest
class PeoplePagesHttpTest {
    private static final String ADMINISTRATORS = Role.ADMINISTRATOR.group().toString();

    private final Desk desk;
    private final Newcomers newcomers;
    private final Roles roles;
    private final LogEntries entries;
    private final WholeLog log;

    PeoplePagesHttpTest(Desk desk, Newcomers newcomers, Roles roles, LogEntries entries, WholeLog log) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.roles = roles;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theLinkIsInTheAnswerThatMadeItAndNowhereElse() {
        Browser browser = desk.administrator();
        try (CapturedLog captured = new CapturedLog()) {
            Response made = invite(browser, "Anna <Berg>", Shelf.fresh());
            String token = Desk.token("cfi_", made);
            String person = "/people/" + Desk.id("/people/", made.asString());
            assertThat(made.asString())
                    .containsOnlyOnce(token)
                    .contains(
                            "https://cofactor.test/activate/" + token, "Anna &lt;Berg&gt;", "shown this once", "Once.");
            assertThat(made.header("Cache-Control")).isEqualTo("no-store");
            assertThat(made.header("Location")).isNull();
            assertThat(Desk.led(browser.open(person + "/invitation"))).isEqualTo(person);
            for (String page : new String[] {person, "/people", "/people/new"}) {
                assertThat(browser.open(page).statusCode()).isEqualTo(200);
                assertThat(browser.open(page).asString()).doesNotContain(token);
            }
            assertThat(captured.text()).doesNotContain(token);
            assertThat(new Browser().open("/activate/" + token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anotherLinkEndsTheOneBefore() {
        Browser browser = desk.administrator();
        Response made = invite(browser, "Anna Berg", Shelf.fresh());
        String person = "/people/" + Desk.id("/people/", made.asString());
        String first = Desk.token("cfi_", made);
        assertThat(browser.open(person).asString()).contains("New invitation link", "Invited");
        String second = Desk.token("cfi_", browser.send(person + "/invitation", Map.of()));
        assertThat(new Browser().open("/activate/" + first).statusCode()).isEqualTo(404);
        assertThat(new Browser().open("/activate/" + second).statusCode()).isEqualTo(200);
        Person settled = newcomers.settled();
        Response active = browser.send("/people/" + settled.id() + "/invitation", Map.of());
        assertThat(active.statusCode()).isEqualTo(422);
        assertThat(active.asString()).contains("Only somebody who never was active is invited.");
        assertThat(browser.open("/people/" + settled.id()).asString()).doesNotContain("New invitation link");
    }

    @Test
    void whatWasTypedComesBackWithItsFaultAndNobodyIsInvitedTwice() {
        Browser browser = desk.administrator();
        String account = Shelf.fresh();
        invite(browser, "Anna Berg", account);
        Response again = invite(browser, "Anna \"B\"", account);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString())
                .contains("Somebody has this account name already.", "value=\"Anna &quot;B&quot;\"")
                .contains("value=\"" + account + "\"")
                .doesNotContain("cfi_");
        assertThat(invite(browser, "Anna", "no name").asString()).contains("An account name has 1 to 63 letters");
        assertThat(browser.open("/people").asString()).containsOnlyOnce(">" + account + "<");
    }

    @Test
    void aNewcomerStandsInTheGroupsThatWereTickedAndIsTakenOutAgain() {
        Browser browser = desk.administrator();
        String group = Desk.led(browser.send("/groups/new", Map.of("name", "Platform " + Shelf.fresh())));
        String id = group.substring("/groups/".length());
        Response made = browser.send("/people/new", Map.of("name", "Anna", "account", Shelf.fresh(), "group", id));
        String person = Desk.id("/people/", made.asString());
        assertThat(browser.open("/people/" + person).asString()).contains("href=\"" + group + "\"");
        assertThat(browser.open(group).asString()).contains("href=\"/people/" + person + "\"");
        String leave = "/people/" + person + "/groups/" + id + "/leave";
        assertThat(Desk.led(browser.send(leave, Map.of()))).isEqualTo("/people/" + person);
        assertThat(browser.open("/people/" + person).asString()).doesNotContain("href=\"" + group + "\"");
        Desk.led(browser.send("/people/" + person + "/groups", Map.of("group", id)));
        Desk.led(browser.send(group + "/members/" + person + "/leave", Map.of()));
        Desk.led(browser.send(group + "/members", Map.of("member", person)));
        assertThat(browser.open(group).asString()).contains("href=\"/people/" + person + "\"");
        Response nobody = browser.send(group + "/members", Map.of("member", ""));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.asString()).contains("Choose one of the list.");
    }

    @Test
    void namesChangeAndThoseThatCameAlongDoNot() {
        Browser browser = desk.administrator();
        String person = "/people/" + newcomers.settled().id();
        Desk.led(browser.send(person + "/name", Map.of("name", "Anna Holm")));
        assertThat(browser.open(person).asString()).contains("<title>Anna Holm");
        Response blank = browser.send(person + "/name", Map.of("name", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.asString()).contains("A name has 1 to 200 characters");
        String builtIn = "/groups/" + ADMINISTRATORS;
        assertThat(browser.open(builtIn).asString())
                .contains("Built in", "May create, edit", "policies, people, services");
        assertThat(browser.send(builtIn + "/name", Map.of("name", "Kings")).asString())
                .contains("A group that came along keeps its name.");
        String taken = Shelf.fresh();
        Desk.led(browser.send("/groups/new", Map.of("name", taken)));
        assertThat(browser.send("/groups/new", Map.of("name", taken)).asString())
                .contains("A group has this name already.", "value=\"" + taken + "\"");
    }

    @Test
    void theLastAdministratorStaysAndThePageSaysWhy() throws SQLException {
        Person self = newcomers.inRole(Role.ADMINISTRATOR);
        Browser browser = desk.at(self);
        String others = "id in (select member from membership where group_id = '" + ADMINISTRATORS
                + "' and until is null) and active and id <> '" + self.id() + "'";
        try (Connection superuser = roles.superuser()) {
            Roles.execute(superuser, "create temp table put_aside as select id from person where " + others);
            Roles.execute(superuser, "update person set active = false where id in (select id from put_aside)");
            try {
                String leave = "/people/" + self.id() + "/groups/" + ADMINISTRATORS + "/leave";
                Response refused = browser.send(leave, Map.of());
                assertThat(refused.statusCode()).isEqualTo(422);
                assertThat(refused.asString())
                        .contains("Nobody who is active would be an administrator any more.", "Administrators");
            } finally {
                Roles.execute(superuser, "update person set active = true where id in (select id from put_aside)");
            }
        }
        assertThat(browser.open("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void whoMayNotEditPeopleSeesAPageThatSaysSoAndIsOnTheLog() {
        Person person = newcomers.settled();
        Browser browser = desk.at(person);
        String somebody = "/people/" + newcomers.settled().id();
        for (String page :
                new String[] {"/people", "/people/new", somebody, "/groups", "/groups/new", "/groups/" + ADMINISTRATORS
                }) {
            Response refused = browser.open(page);
            assertThat(refused.statusCode()).as(page).isEqualTo(403);
            assertThat(refused.contentType()).startsWith("text/html");
        }
        assertThat(entries.of(person.id(), "request-refused")).hasSize(6);
        assertThat(invite(browser, "Anna", "not a name").statusCode()).isEqualTo(403);
        assertThat(browser.send(somebody + "/invitation", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(browser.open("/people/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(9);
    }

    private static Response invite(Browser browser, String name, String account) {
        return browser.send("/people/new", Map.of("name", name, "account", account));
    }
}
