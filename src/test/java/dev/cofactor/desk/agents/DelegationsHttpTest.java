// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import static dev.cofactor.desk.agents.Agency.as;
import static dev.cofactor.desk.agents.Agency.at;
import static dev.cofactor.desk.agents.Agency.knock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.cofactor.desk.agents.Agency.Acting;
import dev.cofactor.desk.agents.Agency.Principal;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.rulebook.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Agents are made by those who look after machines; for whom they act, each person says himself. */
@QuarkusTest
class DelegationsHttpTest {
    private final Agency agency;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final AgroalDataSource database;

    DelegationsHttpTest(
            Agency agency, Newcomers newcomers, LogEntries entries, WholeLog log, AgroalDataSource database) {
        this.agency = agency;
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
    void aTokenIsShownOnceAndKnownByItsHashAlone() throws SQLException {
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        Response given = agency.delegate(agent, anna, Map.of("label", "my laptop", "days", 30));
        given.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("about.agent", equalTo(agent.toString()))
                .body("about.person", equalTo(anna.id().toString()));
        String token = given.path("token");
        assertThat(token).matches("cfa_[0-9a-z]{59}");
        assertThat(knock(token)).isEqualTo(404);
        Response mine = as(anna.credential()).get("/api/v1/delegations");
        mine.then().statusCode(200).body("delegations.id", contains((String) given.path("about.id")));
        assertThat(mine.asString()).doesNotContain(token);
        assertThat(agency.asAdministrator().get(Agency.AGENTS + "/" + agent).asString())
                .doesNotContain(token);
        assertThat(rows()).doesNotContain(token.substring(4, 30));
        LogEntries.Entry entry = entries.of(anna.id(), "delegation-changed").getFirst();
        assertThat(entry.body().at("/details/other").asText()).isEqualTo(given.path("about.id"));
        assertThat(entry.body().at("/about/id").asText()).isEqualTo(agent.toString());
        assertThat(entry.body().toString()).doesNotContain(token.substring(4));
    }

    @Test
    void whatAnAgentDoesIsOnTheLogAsItsDoingForThatPerson() {
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        assertThat(knock(agency.acting(agent, anna).token())).isEqualTo(404);
        LogEntries.Entry entry = entries.of(agent, "request-refused").getFirst();
        assertThat(entry.body().at("/actor/kind").asText()).isEqualTo("agent");
        assertThat(entry.body().at("/actor/for").asText()).isEqualTo(anna.id().toString());
    }

    @Test
    void thePersonEndsItAndNothingIsReleasedFromTheAnswerOn() {
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        Acting ended = agency.acting(agent, anna);
        Acting other = agency.acting(agent, anna);
        as(anna.credential()).delete(at(ended)).then().statusCode(204);
        assertThat(knock(ended.token())).isEqualTo(401);
        assertThat(knock(other.token())).isEqualTo(404);
        as(anna.credential())
                .get("/api/v1/delegations")
                .then()
                .body("delegations.find { it.id == '" + ended.delegation() + "' }.ended", notNullValue());
        as(anna.credential()).delete(at(ended)).then().statusCode(204);
        List<LogEntries.Entry> ends = entries.of(anna.id(), "delegation-changed");
        assertThat(ends.get(2).body().at("/details/parts/0").asText()).isEqualTo("ended");
        assertThat(ends.get(3).body().at("/details/parts")).isEmpty();
    }

    @Test
    void whoMayEditPeopleOrMachinesEndsAnybodysAndNobodyElseDoes() {
        UUID agent = agency.agent();
        Acting annas = agency.acting(agent, agency.principal());
        Principal bob = agency.principal();
        as(bob.credential()).delete(at(annas)).then().statusCode(403);
        as(bob.credential())
                .get("/api/v1/delegations?person=" + agency.administratorId())
                .then()
                .statusCode(403);
        as(bob.credential()).get(Agency.AGENTS + "/" + agent).then().statusCode(403);
        assertThat(entries.of(bob.id(), "request-refused")).hasSize(3);
        assertThat(knock(annas.token())).isEqualTo(404);
        agency.asAdministrator().delete(at(annas)).then().statusCode(204);
        assertThat(knock(annas.token())).isEqualTo(401);
        assertThat(entries.of(agency.administratorId(), "delegation-changed")).isNotEmpty();
        Acting elsewhere = agency.acting(agency.agent(), bob);
        agency.asAdministrator()
                .delete(at(agent) + "/" + elsewhere.delegation())
                .then()
                .statusCode(404);
        assertThat(knock(elsewhere.token())).isEqualTo(404);
    }

    @Test
    void ofASuspendedAgentNoDelegationIsGoodUntilItIsResumed() {
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        String token = agency.acting(agent, anna).token();
        as(anna.credential()).get(Agency.AGENTS).then().body("agents.id", hasItem(agent.toString()));
        agency.activate(agent, false);
        assertThat(knock(token)).isEqualTo(401);
        as(anna.credential()).get(Agency.AGENTS).then().body("agents.id", not(hasItem(agent.toString())));
        agency.delegate(agent, anna, Map.of("label", "x", "days", 1)).then().statusCode(404);
        agency.activate(agent, true);
        assertThat(knock(token)).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsRefusedByRule() {
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("label", "x", "days", 0),
                Map.of("label", "x", "days", 91),
                Map.of("days", 3),
                Map.of("label", "x"),
                Map.of())) {
            agency.delegate(agent, anna, wrong).then().statusCode(400).body("code", equalTo("request-invalid"));
        }
        agency.delegate(agent, anna, Map.of("label", "x", "days", 1, "ranges", List.of("10.0.0.1/8")))
                .then()
                .statusCode(400)
                .body("code", equalTo("address-range-invalid"));
        agency.delegate(UUID.randomUUID(), anna, Map.of("label", "x", "days", 1))
                .then()
                .statusCode(404);
        assertThat(entries.of(anna.id(), "delegation-changed")).isEmpty();
        assertThat(entries.of(anna.id(), "request-refused")).hasSize(1);
        String name = Shelf.fresh();
        agency.asAdministrator()
                .body(Map.of("name", name))
                .post(Agency.AGENTS)
                .then()
                .statusCode(201);
        agency.asAdministrator()
                .body(Map.of("name", name))
                .post(Agency.AGENTS)
                .then()
                .statusCode(409)
                .body("code", equalTo("agent-name-taken"));
        as(anna.credential())
                .contentType(ContentType.JSON)
                .body(Map.of("name", Shelf.fresh()))
                .post(Agency.AGENTS)
                .then()
                .statusCode(403);
    }

    @Test
    void aPersonHasSoManyThatStandAtTheMost() {
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        Acting first = agency.acting(agent, anna);
        for (int i = 1; i < 20; i++) {
            agency.acting(agent, anna);
        }
        agency.delegate(agent, anna, Map.of("label", "x", "days", 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("delegations-too-many"));
        as(anna.credential()).delete(at(first)).then().statusCode(204);
        agency.acting(agent, anna);
        as(anna.credential()).get("/api/v1/delegations").then().body("delegations", hasSize(21));
    }

    @Test
    void policiesNameAgentsAndSayWhichTheyMean() {
        UUID agent = agency.agent();
        String name = agency.asAdministrator().get(Agency.AGENTS + "/" + agent).path("name");
        Principal author = agency.principal(newcomers.inRole(Role.POLICY_AUTHOR));
        Map<String, Object> policy = Map.of(
                "name", "Agents fetch",
                "effect", "deny",
                "actions", List.of("code.fetch"),
                "to", List.of(Map.of("kind", "agent", "id", agent.toString())),
                "on", List.of(Map.of("kind", "own-personal-folder")));
        String etag = as(author.credential()).get("/api/v1/policies").header("ETag");
        as(author.credential())
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(policy)
                .post("/api/v1/policies")
                .then()
                .statusCode(201)
                .body("sentence", equalTo(name + " may never fetch codes in their own personal folder."));
    }

    private String rows() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select t::text from delegation t")) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
        }
        return all.toString();
    }
}
