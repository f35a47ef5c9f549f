// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.cofactor.desk.people.Reception.Guest;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Removing people: what is erased, what stays, and who has the name next. */
@QuarkusTest
class RemovalHttpTest {
    private static final String FOLDERS = "/api/v1/folders";

    private final Reception reception;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;
    private final Seconds seconds;

    RemovalHttpTest(Reception reception, Newcomers newcomers, LogEntries entries, WholeLog log, Roles roles, Seconds seconds) {
        this.reception = reception;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
        this.roles = roles;
        this.seconds = seconds;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whateverAPersonShowedHimselfWithIsErasedAndTheLogGoesOnNamingHim() throws SQLException {
        Person person = newcomers.inRole(Role.AUDITOR);
        String his = newcomers.credential(person);
        String group = reception.group(Shelf.fresh());
        reception
                .ask()
                .put(Reception.GROUPS + "/" + group + "/members/" + person.id())
                .then()
                .statusCode(204);

        remove(person.id()).then().statusCode(204);

        Reception.as(his).get("/api/v1/audit/events").then().statusCode(401);
        assertThat(new Browser()
                        .signIn(person.accountName(), Newcomers.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        reception
                .ask()
                .get(PEOPLE + "/" + person.id())
                .then()
                .statusCode(200)
                .body("person.state", equalTo("removed"))
                .body("groups", hasSize(0));
        reception.ask().get(Reception.GROUPS + "/" + group).then().body("members.id", not(hasItem(person.id() + "")));
        assertThat(count("password where person = '%s'", person)).isZero();
        assertThat(count("session where person = '%s'", person)).isZero();
        assertThat(count("membership where until is null and member = '%s'", person))
                .isZero();
        assertThat(count("membership where member = '%s'", person)).isEqualTo(3);
        LogEntries.Entry entry = entries.about(person.id(), "person-removed").getFirst();
        assertThat(entry.body().at("/details/count").asInt()).isEqualTo(3);
        assertThat(entries.of(person.id(), "session-opened")).isNotEmpty();
    }

    @Test
    void theLinkOfOneWhoWasInvitedAndRemovedIsDead() {
        Guest guest = reception.guest();
        assertThat(new Browser().open(guest.path()).statusCode()).isEqualTo(200);
        remove(guest.person()).then().statusCode(204);
        Browser browser = new Browser();
        assertThat(browser.open(guest.path()).statusCode()).isEqualTo(404);
        browser.open("/sign-in");
        String own = "a sentence of my own";
        assertThat(browser.send("/activate", Map.of("token", guest.token(), "new", own, "again", own))
                        .statusCode())
                .isEqualTo(404);
        reception.ask().get(PEOPLE + "/" + guest.id()).then().body("person.state", equalTo("removed"));
    }

    @Test
    void theAccountNameIsFreeForSomebodyElseWhoBeginsWithNothing() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String before = ownFolder(newcomers.credential(person));
        seconds.confirm(remove(person.id()));
        String next = add(person.accountName()).then().statusCode(201).extract().path("person.id");
        assertThat(next).isNotEqualTo(person.id().toString());
        reception
                .ask()
                .get(PEOPLE + "/" + next)
                .then()
                .body("person.state", equalTo("invited"))
                .body("groups.name", equalTo(java.util.List.of("Everyone")));
        add(person.accountName()).then().statusCode(409).body("code", equalTo("account-name-taken"));
        reception.ask().get(PEOPLE + "/" + person.id()).then().body("person.state", equalTo("removed"));
        reception.ask().get(FOLDERS).then().body("folders.path", not(hasItem(before)));
    }

    @Test
    void thePersonalFolderIsLockedForEverybodyAndTheNextOfThatNameGetsAnother() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        String folder = ownFolder(his);
        String made = Reception.as(his)
                .body(Map.of(
                        "template",
                        dev.cofactor.ground.identity.PublicId.TEMPLATE.of(Shelf.OTP_ONLY),
                        "folder",
                        folder,
                        "slug",
                        "mine",
                        "name",
                        "Mine",
                        "fields",
                        Map.of("Account", "Mine")))
                .post("/api/v1/secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Reception.as(his).get("/api/v1/secrets/" + made).then().statusCode(200);

        remove(person.id()).then().statusCode(204);

        Person next = newcomers.named(person.accountName());
        String nextOnes = newcomers.credential(next);
        assertThat(ownFolder(nextOnes)).isEqualTo(folder + "-2");
        for (String reader : new String[] {nextOnes, newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR))}) {
            Reception.as(reader).get("/api/v1/secrets/" + made).then().statusCode(404);
            Reception.as(reader).post("/api/v1/code/" + folder + "/mine").then().statusCode(404);
            Reception.as(reader).get("/api/v1/secrets").then().body("secrets.id", not(hasItem(made)));
        }
    }

    private static String ownFolder(String credential) {
        return Reception.as(credential)
                .post(FOLDERS + "/personal")
                .then()
                .statusCode(200)
                .extract()
                .path("path");
    }

    private Response remove(UUID person) {
        return reception.ask().delete(PEOPLE + "/" + person);
    }

    private Response add(String account) {
        return reception
                .ask()
                .body(Map.of("accountName", account, "name", "Another"))
                .post(PEOPLE);
    }

    private long count(String what, Person person) throws SQLException {
        try (Connection superuser = roles.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + what.formatted(person.id()))) {
            row.next();
            return row.getLong(1);
        }
    }
}
