// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Services and what they show, as administrators and scripts see them. */
@QuarkusTest
class MachinesHttpTest {
    private static final String SERVICES = "/api/v1/services";
    private static final String NOBODYS = "/api/v1/code/no/such";

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final AgroalDataSource database;

    private String credential = "";
    private UUID administrator = new UUID(0, 0);

    MachinesHttpTest(Newcomers newcomers, LogEntries entries, AgroalDataSource database) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.database = database;
    }

    @Test
    void aTokenIsShownOnceAndKnownByItsHashAlone() throws SQLException {
        String service = service();
        Response issued = issue(service);
        String token = issued.path("token");
        assertThat(token).matches("cft_[0-9a-z]{59}");
        issued.then()
                .statusCode(201)
                .body("about.label", equalTo("build server"))
                .body("about.ended", nullValue());
        assertThat(ShownToken.Kind.SERVICE.read(token)).isPresent();
        asAdministrator()
                .get(SERVICES + "/" + service)
                .then()
                .statusCode(200)
                .body("tokens", hasSize(1))
                .body("tokens[0].id", equalTo(issued.path("about.id")));
        assertThat(asAdministrator().get(SERVICES).asString()).doesNotContain(token);
        assertThat(rowsOf("token")).doesNotContain(token).doesNotContain(token.substring(4, 30));
        LogEntries.Entry entry =
                entries.about(UUID.fromString(service), "token-issued").getFirst();
        assertThat(entry.body().at("/details/other").asText()).isEqualTo(issued.path("about.id"));
        assertThat(entry.body().toString()).doesNotContain(token.substring(4));
    }

    @Test
    void whoShowsAGoodTokenIsThatServiceAndIsRecordedAsIt() {
        String service = service();
        String token = issue(service).path("token");
        as(token).post(NOBODYS).then().statusCode(404);
        assertThat(entries.of(UUID.fromString(service), "request-refused")).hasSize(1);
        as(token.substring(0, token.length() - 1) + "x").post(NOBODYS).then().statusCode(401);
        as(ShownToken.Kind.SERVICE.fresh(new java.security.SecureRandom()).value())
                .post(NOBODYS)
                .then()
                .statusCode(401);
    }

    @Test
    void aTokenThatWasTakenBackIsNobodysFromTheAnswerOn() {
        String service = service();
        JsonPath issued = issue(service).jsonPath();
        String other = issue(service).path("token");
        asAdministrator()
                .delete(SERVICES + "/" + service + "/tokens/" + issued.getString("about.id"))
                .then()
                .statusCode(204);
        as(issued.getString("token")).post(NOBODYS).then().statusCode(401);
        as(other).post(NOBODYS).then().statusCode(404);
        asAdministrator()
                .get(SERVICES + "/" + service)
                .then()
                .body("tokens[0].ended", notNullValue())
                .body("tokens[1].ended", nullValue());
        assertThat(entries.about(UUID.fromString(service), "token-revoked")).hasSize(1);
        int refused = entries.of(administrator, "request-refused").size();
        asAdministrator()
                .delete(SERVICES + "/" + service() + "/tokens/" + issued.getString("about.id"))
                .then()
                .statusCode(404);
        assertThat(entries.of(administrator, "request-refused")).hasSize(refused + 1);
    }

    @Test
    void ofASuspendedServiceNoTokenIsGoodUntilItIsResumed() {
        String service = service();
        String token = issue(service).path("token");
        asAdministrator()
                .body(Map.of("active", false))
                .patch(SERVICES + "/" + service)
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        as(token).post(NOBODYS).then().statusCode(401);
        asAdministrator().body(Map.of("active", true)).patch(SERVICES + "/" + service);
        as(token).post(NOBODYS).then().statusCode(404);
    }

    @Test
    void whoMayNotEditMachinesLearnsNothingOfThemAndThatIsOnTheLog() {
        String service = service();
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        as(his).contentType(ContentType.JSON)
                .body(Map.of("name", "x"))
                .post(SERVICES)
                .then()
                .statusCode(403);
        as(his).get(SERVICES).then().statusCode(403);
        as(his).get(SERVICES + "/" + service).then().statusCode(403);
        as(his).contentType(ContentType.JSON)
                .body("{}")
                .post(SERVICES + "/" + service + "/tokens")
                .then()
                .statusCode(403);
        as(his).get(SERVICES + "/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(5);
        String token = issue(service).path("token");
        as(token).get(SERVICES).then().statusCode(403);
    }

    @Test
    void namesAreUniqueAndWhatIsWrongIsRefusedByRule() {
        String name = Shelf.fresh();
        asAdministrator().body(Map.of("name", name)).post(SERVICES).then().statusCode(201);
        asAdministrator()
                .body(Map.of("name", name))
                .post(SERVICES)
                .then()
                .statusCode(409)
                .body("code", equalTo("service-name-taken"));
        asAdministrator().body(Map.of("name", "a\u0000b")).post(SERVICES).then().statusCode(400);
        asAdministrator().body("{}").post(SERVICES).then().statusCode(400);
        String service = service();
        for (Map<String, Object> wrong : java.util.List.<Map<String, Object>>of(
                Map.of("label", "x", "days", 0), Map.of("label", "x", "days", 367), Map.of("days", 3), Map.of())) {
            asAdministrator()
                    .body(wrong)
                    .post(SERVICES + "/" + service + "/tokens")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("service-invalid"));
        }
        asAdministrator().get(SERVICES).then().body("services.name", hasItem(name));
    }

    private String service() {
        return asAdministrator()
                .body(Map.of("name", Shelf.fresh()))
                .post(SERVICES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response issue(String service) {
        return asAdministrator()
                .body(Map.of("label", "build server", "days", 90))
                .post(SERVICES + "/" + service + "/tokens");
    }

    private RequestSpecification asAdministrator() {
        if (credential.isEmpty()) {
            Person person = newcomers.inRole(Role.ADMINISTRATOR);
            administrator = person.id();
            credential = newcomers.credential(person);
        }
        return as(credential).contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer);
    }

    private String rowsOf(String table) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select t::text from " + table + " t")) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }
}
