// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Suspending, removing, managers and nested groups, in a browser without scripts. */
@QuarkusTest
class StatePagesHttpTest {
    private static final String ADMINISTRATORS = Role.ADMINISTRATOR.group().toString();

    private final Desk desk;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final CatalogueEdits edits;
    private final Roles roles;
    private final LogEntries entries;
    private final WholeLog log;

    StatePagesHttpTest(
            Desk desk,
            Newcomers newcomers,
            Shelf shelf,
            CatalogueEdits edits,
            Roles roles,
            LogEntries entries,
            WholeLog log) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.edits = edits;
        this.roles = roles;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void somebodyIsSuspendedAndLetBack() {
        Browser browser = desk.administrator();
        Person person = newcomers.settled();
        Browser his = desk.at(person);
        String page = "/people/" + person.id();
        assertThat(browser.open(page).asString())
                .contains("Suspend <bdi>", "What will stop", "\"" + page + "/suspend\"");
        assertThat(Desk.led(browser.send(page + "/suspend", Map.of()))).isEqualTo(page);
        assertThat(his.open("/secrets").statusCode()).isEqualTo(303);
        assertThat(browser.open(page).asString())
                .contains("Suspended", "\"" + page + "/restore\"")
                .doesNotContain("\"" + page + "/suspend\"");
        Response again = browser.send(page + "/suspend", Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString()).contains("Only somebody who is active is suspended.");
        assertThat(Desk.led(browser.send(page + "/restore", Map.of()))).isEqualTo(page);
        assertThat(desk.at(person).open("/secrets").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsRemovedWasNamedByHisAccountAndWhatHeLeavesBehindIsShown() {
        Browser browser = desk.administrator();
        Person person = newcomers.settled();
        secretOf(person, "<img src=x onerror=alert(1)>");
        String page = "/people/" + person.id();
        Response question = browser.open(page + "/remove");
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.asString())
                .contains("What will stop", "sessions and API credentials", "Type <bdi>" + person.accountName())
                .contains("Owned by nobody else", "&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img");
        for (String typed : new String[] {"", person.accountName() + "x", person.displayName()}) {
            Response wrong = browser.send(page + "/remove", Map.of("account", typed));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.asString()).contains("That is not the account name of this person.");
        }
        assertThat(desk.at(person).open("/secrets").statusCode()).isEqualTo(200);
        Response removed = browser.send(
                page + "/remove", Map.of("account", " " + person.accountName().toUpperCase(java.util.Locale.ROOT)));
        assertThat(Desk.led(removed)).isEqualTo(page + "/leaver-report");
        String report = browser.open(page + "/leaver-report").asString();
        assertThat(report)
                .contains("Removed", "Owned by nobody else", "&lt;img src=x")
                .doesNotContain("<img");
        assertThat(browser.open(page).asString())
                .contains("Removed for good", page + "/leaver-report")
                .doesNotContain("<form method=\"post\" action=\"" + page);
        assertThat(browser.open("/people").asString()).contains("Removed");
        assertThat(browser.open(page + "/remove").asString()).contains("removed already");
    }

    @Test
    void onHisOwnPageNobodyIsOfferedToEndHimself() {
        Person self = newcomers.inRole(Role.ADMINISTRATOR);
        Browser browser = desk.at(self);
        String page = "/people/" + self.id();
        assertThat(browser.open(page).asString()).doesNotContain(page + "/suspend", page + "/remove");
        assertThat(browser.send(page + "/suspend", Map.of()).asString()).contains("Nobody suspends or removes himself");
        assertThat(browser.send(page + "/remove", Map.of("account", self.accountName()))
                        .asString())
                .contains("Nobody suspends or removes himself");
        assertThat(browser.open("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void aManagerIsChosenFromThoseWhoAreThere() {
        Browser browser = desk.administrator();
        Person person = newcomers.settled();
        Person manager = newcomers.settled();
        String page = "/people/" + person.id();
        String chosen = "<option value=\"" + manager.id() + "\" selected>";
        assertThat(browser.open(page).asString())
                .doesNotContain(chosen)
                .contains(manager.id().toString());
        Desk.led(browser.send(page + "/manager", Map.of("manager", manager.id().toString())));
        assertThat(browser.open(page).asString()).contains(chosen);
        Response circle = browser.send("/people/" + manager.id() + "/manager", Map.of("manager", person.id() + ""));
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(circle.asString()).contains("Nobody is his own manager, directly or through others.");
        Desk.led(browser.send(page + "/manager", Map.of("manager", "")));
        assertThat(browser.open(page).asString()).doesNotContain(chosen);
        assertThat(browser.send(page + "/manager", Map.of("manager", "x")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void groupsStandInGroupsAndWhoIsThereThroughThemIsSeen() {
        Browser browser = desk.administrator();
        Person person = newcomers.settled();
        String inner = newcomers.group(person.id()).toString();
        String outer = Desk.led(browser.send("/groups/new", Map.of("name", "Outer " + Shelf.fresh())));
        assertThat(browser.open(outer).asString()).contains("<option value=\"" + inner + "\">");
        Desk.led(browser.send(outer + "/members", Map.of("member", inner)));
        assertThat(browser.open(outer).asString())
                .contains("href=\"/groups/" + inner + "\"", "Through groups", "href=\"/people/" + person.id() + "\"")
                .contains(outer + "/members/" + inner + "/leave");
        Response circle = browser.send("/groups/" + inner + "/members", Map.of("member", Desk.id("/groups/", outer)));
        assertThat(circle.asString()).contains("A group cannot stand in itself, directly or through others.");
        assertThat(browser.open("/groups/" + ADMINISTRATORS).asString()).doesNotContain("label=\"Groups\"");
        Desk.led(browser.send(outer + "/members/" + inner + "/leave", Map.of()));
        assertThat(browser.open(outer).asString()).doesNotContain("Through groups");
    }

    @Test
    void whatRolesGiveIsSaidFromThePoliciesInForce() {
        Browser browser = desk.administrator();
        String groups = browser.open("/groups").asString();
        assertThat(groups)
                .contains("May edit policies.")
                .contains("in their own personal folder.")
                .contains("read the log");
        assertThat(browser.open("/groups/" + Role.POLICY_AUTHOR.group()).asString())
                .contains("May edit policies.");
    }

    @Test
    void aSecondAdministratorIsAskedForUntilThereIsOne() throws SQLException {
        Person self = newcomers.inRole(Role.ADMINISTRATOR);
        Browser browser = desk.at(self);
        String others = "id in (select member from membership where group_id = '" + ADMINISTRATORS
                + "' and until is null) and active and id <> '" + self.id() + "'";
        try (Connection superuser = roles.superuser()) {
            Roles.execute(superuser, "create temp table put_aside as select id from person where " + others);
            Roles.execute(superuser, "update person set active = false where id in (select id from put_aside)");
            try {
                assertThat(browser.open("/people").asString()).contains("no second active administrator");
                newcomers.inRole(Role.ADMINISTRATOR);
                assertThat(browser.open("/people").asString()).doesNotContain("no second active administrator");
            } finally {
                Roles.execute(superuser, "update person set active = true where id in (select id from put_aside)");
            }
        }
    }

    @Test
    void whoMayNotEditPeopleIsToldSoOnEveryPageAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        Browser browser = desk.at(person);
        String page = "/people/" + newcomers.settled().id();
        assertThat(browser.open(page + "/remove").statusCode()).isEqualTo(403);
        assertThat(browser.open(page + "/leaver-report").statusCode()).isEqualTo(403);
        assertThat(browser.send(page + "/remove", Map.of("account", "x")).statusCode())
                .isEqualTo(403);
        assertThat(browser.send(page + "/suspend", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.send(page + "/restore", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.send(page + "/manager", Map.of("manager", "")).statusCode())
                .isEqualTo(403);
        assertThat(browser.open("/people/" + UUID.randomUUID() + "/remove").statusCode())
                .isEqualTo(404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(7);
    }

    private void secretOf(Person owner, String name) {
        UUID secret = shelf.secret(shelf.folder(), "otp");
        shelf.edit(secret, at -> {
            edits.rename(secret, new Slug("named"), new DisplayName(name), at);
            edits.own(secret, Set.of(owner.id()), at);
            return secret;
        });
    }
}
