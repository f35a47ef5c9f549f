// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.workloads.Foundry.Works;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.fixtures.TestIssuer;
import dev.cofactor.ground.jwt.Keyring;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose word counts, as those see it who say so. */
@QuarkusTest
@TestProfile(Loopback.class)
class FederationsHttpTest {
    private static final String AT = Foundry.FEDERATIONS;
    private static final String ISSUER = "https://ci.example";
    private static final String TRIED = "https://tried.example";
    private static final Signer SIGNER = Signer.edwards("k1");

    private final Foundry foundry;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Roles roles;

    FederationsHttpTest(Foundry foundry, Newcomers newcomers, LogEntries entries, Roles roles) {
        this.foundry = foundry;
        this.newcomers = newcomers;
        this.entries = entries;
        this.roles = roles;
    }

    @Test
    void whatWasSaidIsShownAndOnTheLogWithoutItsContent() {
        UUID service = foundry.service();
        Response made = foundry.federate(service, "github", ISSUER, Jobs.OF_GITHUB);
        made.then()
                .statusCode(201)
                .header("Location", containsString(AT + "/" + made.path("id")))
                .body("issuer", equalTo(ISSUER))
                .body("service", equalTo(service.toString()))
                .body("conditions.repository_id", equalTo("74"))
                .body("algorithms", equalTo(List.of("ES256", "RS256")))
                .body("keys", equalTo("served"))
                .body("active", equalTo(true))
                .body("ended", nullValue());
        String id = made.path("id");
        foundry.asAdministrator()
                .get(AT + "/" + id)
                .then()
                .header("ETag", equalTo("\"" + made.path("etag") + "\""))
                .body("name", equalTo("A job"));
        foundry.asAdministrator().get(AT).then().body("federations.id", hasItem(id));
        LogEntries.Entry entry = entries.about(service, "federation-changed").getFirst();
        assertThat(entry.body().at("/details/other").asText()).isEqualTo(id);
        assertThat(entry.body().at("/details/parts/0").asText()).isEqualTo("federation");
        assertThat(entry.body().toString()).doesNotContain("ci.example").doesNotContain("repository_id");
    }

    @Test
    void anEditShowsWhatItHasSeen() {
        UUID service = foundry.service();
        Response made = foundry.federate(service, "github", ISSUER, Jobs.OF_GITHUB);
        String at = AT + "/" + made.path("id");
        foundry.asAdministrator()
                .body(Map.of("name", "x"))
                .patch(at)
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        String first = made.header("ETag");
        foundry.asAdministrator()
                .header("If-Match", first)
                .body(Map.of("name", "Another name"))
                .patch(at)
                .then()
                .statusCode(200)
                .body("name", equalTo("Another name"))
                .body("conditions.ref", equalTo("refs/heads/*"));
        for (String stale : List.of(first, "\"x\"", "*")) {
            foundry.asAdministrator()
                    .header("If-Match", stale)
                    .body(Map.of("active", false))
                    .patch(at)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("changed-meanwhile"));
        }
        foundry.asAdministrator().header("If-Match", first).delete(at).then().statusCode(412);
        foundry.asAdministrator().delete(at).then().statusCode(428);
    }

    @Test
    void whatHasEndedIsNotChangedAndEachStepIsOnTheLog() {
        UUID service = foundry.service();
        Response made = foundry.federate(service, "github", ISSUER, Jobs.OF_GITHUB);
        String at = AT + "/" + made.path("id");
        foundry.edit(made.path("id"), Map.of("name", "Another name")).then().statusCode(200);
        foundry.end(made.path("id")).then().statusCode(204);
        foundry.asAdministrator().get(at).then().body("active", equalTo(false)).body("ended", notNullValue());
        foundry.edit(made.path("id"), Map.of("active", true))
                .then()
                .statusCode(409)
                .body("code", equalTo("federation-ended"));
        foundry.end(made.path("id")).then().statusCode(409);
        assertThat(entries.about(service, "federation-changed").stream()
                        .map(entry -> entry.body().at("/details/parts/0").asText()))
                .containsExactly("federation", "name", "ended");
    }

    @Test
    void termsThatWereReplacedAreKept() throws SQLException {
        Response made = foundry.federate(foundry.service(), "github", ISSUER, Jobs.OF_GITHUB);
        String id = made.path("id");
        Map<String, String> narrower = new HashMap<>(Jobs.OF_GITHUB);
        narrower.put("ref", "refs/heads/main");
        foundry.edit(id, Map.of("conditions", narrower)).then().statusCode(200);
        foundry.edit(id, Map.of("name", "B")).then().statusCode(200);
        foundry.edit(id, Map.of("conditions", narrower)).then().statusCode(200);
        try (Connection server = roles.server();
                var statement = server.createStatement();
                var rows =
                        statement.executeQuery("select string_agg(array_to_string(patterns, ' '), ',' order by number)"
                                + " from federation_terms where federation = '" + id + "'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("refs/heads/* 74 65,refs/heads/main 74 65");
        }
        for (String forbidden : List.of(
                "delete from federation",
                "update federation set issuer = 'x'",
                "delete from federation_terms",
                "update federation_terms set keys = null",
                "update federation set service = service")) {
            try (Connection server = roles.server()) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> Roles.execute(server, forbidden))
                        .as(forbidden)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void whoMayNotEditMachinesLearnsNothingAndThatIsOnTheLog() {
        String id = foundry.federate(foundry.service(), "other", ISSUER, Map.of("sub", "a"))
                .path("id");
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        Foundry.as(his).get(AT).then().statusCode(403);
        Foundry.as(his).get(AT + "/" + id).then().statusCode(403);
        Foundry.as(his).get(AT + "/" + UUID.randomUUID()).then().statusCode(404);
        Foundry.as(his).contentType(ContentType.JSON).body("{}").post(AT).then().statusCode(403);
        Foundry.as(his)
                .contentType(ContentType.JSON)
                .body("{}")
                .patch(AT + "/" + id)
                .then()
                .statusCode(403);
        Foundry.as(his).delete(AT + "/" + id).then().statusCode(403);
        Foundry.as(his)
                .contentType(ContentType.JSON)
                .body(Map.of("token", "eyJ"))
                .post(AT + "/" + id + "/try")
                .then()
                .statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(7);
        foundry.asAdministrator().get(AT + "/" + id).then().body("active", equalTo(true));
    }

    @Test
    void aTrialTellsWhatHoldsAndLetsNobodyIn() {
        Works works = foundry.works();
        Map<String, Object> body = Foundry.body(works.service(), "github", TRIED, Jobs.OF_GITHUB);
        body.put("jwks", Map.of("keys", List.of(SIGNER.jwk())));
        body.put("algorithms", List.of("EdDSA"));
        body.put("active", false);
        String id = foundry.federate(body)
                .then()
                .statusCode(201)
                .body("keys", equalTo("handed"))
                .extract()
                .path("id");
        Map<String, Object> claims = Jobs.github(TRIED, Instant.now());
        String good = SIGNER.token(claims);
        foundry.tried(id, good).then().body("letsIn", equalTo(true)).body("conditions.ref", equalTo(true));
        assertThat(Foundry.status(good, works.stand())).as("it is suspended").isEqualTo(401);
        claims.put("ref", "refs/tags/v1");
        foundry.tried(id, SIGNER.token(claims))
                .then()
                .body("letsIn", equalTo(false))
                .body("signature", equalTo(true))
                .body("conditions.repository_id", equalTo(true))
                .body("conditions.ref", equalTo(false))
                .body("conditions.size()", equalTo(3));
        foundry.tried(id, Signer.edwards("k1").token(claims))
                .then()
                .body("signature", equalTo(false))
                .body("keys", equalTo(true));
        foundry.tried(id, "no token").then().body("readable", equalTo(false)).body("letsIn", equalTo(false));
        foundry.edit(id, Map.of("active", true)).then().statusCode(200);
        assertThat(Foundry.status(good, works.stand())).isEqualTo(200);
        Map<String, Object> again = new HashMap<>(body);
        again.put("service", foundry.service().toString());
        again.put("active", true);
        foundry.federate(again).then().statusCode(201);
        foundry.tried(id, good).then().body("letsIn", equalTo(false)).body("ambiguous", equalTo(true));
    }

    @Test
    void keysThatWereHandedToUsCanBeReplacedOrLeftToTheIssuer() {
        try (TestIssuer issuer = new TestIssuer(SIGNER)) {
            Works works = foundry.works();
            Map<String, Object> body = Foundry.body(works.service(), "gitlab", issuer.name(), Jobs.OF_GITLAB);
            Signer clusters = Signer.curve("cluster");
            body.put("jwks", Map.of("keys", List.of(clusters.jwk())));
            body.put("algorithms", List.of("ES256", "EdDSA"));
            String id = foundry.federate(body).then().statusCode(201).extract().path("id");
            String first = clusters.token(Jobs.gitlab(issuer.name(), Instant.now()));
            assertThat(Foundry.status(first, works.stand())).isEqualTo(200);
            foundry.edit(
                            id,
                            Map.of(
                                    "jwks",
                                    Map.of(
                                            "keys",
                                            List.of(Signer.curve("cluster").jwk()))))
                    .then()
                    .statusCode(200);
            assertThat(Foundry.status(first, works.stand()))
                    .as("another key of the same name")
                    .isEqualTo(401);
            assertThat(issuer.asked).hasValue(0);
            foundry.edit(id, Map.of("jwks", Map.of())).then().statusCode(200).body("keys", equalTo("served"));
            String served = SIGNER.token(Jobs.gitlab(issuer.name(), Instant.now()));
            assertThat(Foundry.status(served, works.stand())).isEqualTo(200);
            assertThat(issuer.asked).hasValue(1);
            assertThat(Keyring.handed(SIGNER)).isNotEmpty();
        }
    }
}
