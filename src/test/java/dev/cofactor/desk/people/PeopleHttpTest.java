// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cofactor.desk.people.Reception.Guest;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People as an administrator sees them: who is invited, by what, and who may invite. */
@QuarkusTest
class PeopleHttpTest {
    private final Reception reception;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final AgroalDataSource database;

    PeopleHttpTest(
            Reception reception, Newcomers newcomers, LogEntries entries, WholeLog log, AgroalDataSource database) {
        this.reception = reception;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
        this.database = database;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoIsAddedIsInvitedByALinkThatIsShownOnceAndKnownByItsHashAlone() throws SQLException {
        Guest guest = reception.guest();
        assertThat(guest.link()).startsWith("https://cofactor.test/activate/cfi_");
        assertThat(ShownToken.Kind.INVITATION.read(guest.token())).isPresent();
        assertThat(ShownToken.Kind.SERVICE.read(guest.token())).isEmpty();
        reception
                .ask()
                .get(PEOPLE + "/" + guest.id())
                .then()
                .statusCode(200)
                .body("person.state", equalTo("invited"))
                .body("person.name", equalTo("Anna <Berg>"))
                .body("groups.name", hasItem("Everyone"));
        Response listed = reception.ask().get(PEOPLE);
        listed.then().statusCode(200).body("people.id", hasItem(guest.id()));
        assertThat(listed.asString()).doesNotContain(guest.token());
        assertThat(rowsOfInvitations())
                .contains(guest.id())
                .doesNotContain(guest.token().substring(4, 30));
        LogEntries.Entry added = entries.about(guest.person(), "person-added").getFirst();
        assertThat(added.body().at("/details/other").asText()).hasSize(36);
        long hour = added.body().at("/details/until").asLong()
                - added.body().at("/time").asLong();
        assertThat(hour).isEqualTo(3_600_000);
        assertThat(added.body().toString()).doesNotContain(guest.token().substring(4));
    }

    @Test
    void whoWasInvitedMayNothing() {
        Guest guest = reception.guest();
        Reception.as(guest.token()).get(PEOPLE).then().statusCode(401);
        assertThat(new dev.cofactor.fixtures.Browser()
                        .signIn(guest.accountName(), guest.token())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void onlyWhoeverNeverWasActiveIsInvitedAgain() {
        Guest guest = reception.guest();
        Response again = reception.ask().post(PEOPLE + "/" + guest.id() + "/invitation");
        again.then().statusCode(201).body("person.id", equalTo(guest.id()));
        assertThat(again.<String>path("link")).isNotEqualTo(guest.link());
        assertThat(entries.about(guest.person(), "person-invited")).hasSize(1);
        Person settled = newcomers.settled();
        invite(settled.id()).then().statusCode(409).body("code", equalTo("person-activated"));
        newcomers.suspend(newcomers.signedIn(settled));
        reception.ask().get(PEOPLE + "/" + settled.id()).then().body("person.state", equalTo("suspended"));
        invite(settled.id()).then().statusCode(409).body("code", equalTo("person-activated"));
    }

    @Test
    void aPersonIsRenamedAndTheRecordNamesThePartAlone() {
        Guest guest = reception.guest();
        reception
                .ask()
                .body(Map.of("name", "Anna Holm"))
                .patch(PEOPLE + "/" + guest.id())
                .then()
                .statusCode(200)
                .body("person.name", equalTo("Anna Holm"))
                .body("person.accountName", equalTo(guest.accountName()));
        LogEntries.Entry entry = entries.about(guest.person(), "person-changed").getFirst();
        assertThat(entry.body().at("/details/parts/0").asText()).isEqualTo("name");
        assertThat(entry.body().toString()).doesNotContain("Holm");
    }

    @Test
    void whoMayNotEditPeopleLearnsNothingOfThemAndThatIsOnTheLog() {
        Guest guest = reception.guest();
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        Reception.as(his).get(PEOPLE).then().statusCode(403);
        Reception.as(his).body("{}").post(PEOPLE).then().statusCode(403);
        Reception.as(his).get(PEOPLE + "/" + guest.id()).then().statusCode(403);
        Reception.as(his).body("{}").patch(PEOPLE + "/" + guest.id()).then().statusCode(403);
        Reception.as(his).post(PEOPLE + "/" + guest.id() + "/invitation").then().statusCode(403);
        Reception.as(his).get(PEOPLE + "/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(6);
        assertThat(entries.about(guest.person(), "person-invited")).isEmpty();
    }

    @Test
    void whatIsWrongIsRefusedByRuleAndWhoIsNotThereIsOnTheLog() {
        Guest guest = reception.guest();
        add(Map.of("accountName", guest.accountName().toUpperCase(java.util.Locale.ROOT), "name", "Another"))
                .then()
                .statusCode(409)
                .body("code", equalTo("account-name-taken"));
        add(Map.of("accountName", "no name", "name", "x"))
                .then()
                .statusCode(400)
                .body("code", equalTo("account-name-invalid"));
        add(Map.of("accountName", "fine", "name", "a\u0000b"))
                .then()
                .statusCode(400)
                .body("code", equalTo("name-invalid"));
        add(Map.of("name", "x")).then().statusCode(400).body("code", equalTo("request-invalid"));
        int refused = entries.of(reception.administrator(), "request-refused").size();
        invite(UUID.randomUUID()).then().statusCode(404);
        assertThat(entries.of(reception.administrator(), "request-refused")).hasSize(refused + 1);
    }

    private Response add(Map<String, String> newcomer) {
        return reception.ask().body(newcomer).post(PEOPLE);
    }

    private Response invite(UUID person) {
        return reception.ask().post(PEOPLE + "/" + person + "/invitation");
    }

    private String rowsOfInvitations() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select t::text from invitation t")) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }
}
