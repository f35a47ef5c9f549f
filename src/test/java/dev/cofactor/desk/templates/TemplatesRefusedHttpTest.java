// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not, and what is no template. */
@QuarkusTest
class TemplatesRefusedHttpTest {
    private static final String ADDRESS = "/api/v1/templates";
    private static final String OTP_ONLY = ADDRESS + "/" + PublicId.TEMPLATE.of(Shelf.OTP_ONLY);
    private static final String MARK = "zq7marker";
    private static final String MADE = """
            {"name": "%s", "fields": [{"name": "Note", "type": "multi-line", "required": true, "open": false}]}""";

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Roles roles;
    private String credential = "";

    TemplatesRefusedHttpTest(Newcomers newcomers, LogEntries entries, Roles roles) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.roles = roles;
    }

    @Test
    void strangersReadAndChangeNothing() {
        given().get(ADDRESS).then().statusCode(401);
        given().get(OTP_ONLY).then().statusCode(401);
        given().contentType(ContentType.JSON).body(MADE).post(ADDRESS).then().statusCode(401);
        given().delete(OTP_ONLY).then().statusCode(401);
    }

    @Test
    void everybodySignedInReadsAndOnlyAuthorsChange() {
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        as(shown).get(ADDRESS).then().statusCode(200);
        as(shown).get(OTP_ONLY).then().statusCode(200);
        as(shown).get(OTP_ONLY + "/versions/1").then().statusCode(200);
        as(shown)
                .body(MADE.formatted(Shelf.fresh()))
                .post(ADDRESS)
                .then()
                .statusCode(403)
                .body("code", equalTo("denied"));
        as(shown)
                .body("{\"name\": \"a name\"}")
                .post(OTP_ONLY + "/clone")
                .then()
                .statusCode(403);
        as(shown)
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"a name\"}")
                .patch(OTP_ONLY)
                .then()
                .statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(3);
        assertThat(entries.of(person.id(), "template-changed")).isEmpty();
    }

    @Test
    void administratorsMayChangeThemToo() {
        as(newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR)))
                .body(MADE.formatted(Shelf.fresh()))
                .post(ADDRESS)
                .then()
                .statusCode(201);
    }

    @Test
    void suspendedPeopleReadNothing() {
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        newcomers.suspend(newcomers.signedIn(person));
        as(shown).get(ADDRESS).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"name\": \"zq7marker\"}",
                "{\"zq7marker\": 1}",
                "{\"name\": null, \"fields\": []}",
                "{\"name\": \"zq7marker\", \"fields\": []}",
                "{\"name\": \"zq7marker\", \"fields\": [null]}",
                "{\"name\": \"zq7marker\", \"fields\": [{}]}",
                "{\"name\": \"zq7marker\", \"name\": \"zq7marker\", \"fields\": []}",
                "{\"name\": \"zq7marker\\u0000\", \"fields\": [FILE]}",
                "{\"name\": \"\\u202ezq7marker\", \"fields\": [FILE]}",
                "{\"name\": \"zq7marker\", \"description\": \"\\u0000\", \"fields\": [FILE]}",
                "{\"name\": \"zq7marker\", \"fields\": [FILE, FILE]}",
                "{\"name\": \"zq7marker\", \"fields\": [{\"name\": \"A\", \"type\": \"zq7marker\", \"required\": true,"
                        + " \"open\": false}]}",
                "{\"name\": \"zq7marker\", \"fields\": [{\"name\": \"A\", \"type\": \"file\", \"required\": true,"
                        + " \"open\": true}]}",
                "{\"name\": \"zq7marker\", \"fields\": [{\"name\": \"A\", \"type\": \"seed\", \"required\": true,"
                        + " \"open\": false}]}",
                "{\"name\": \"zq7marker\", \"fields\": [{\"name\": \"A\", \"type\": \"seed\", \"required\": true,"
                        + " \"open\": false, \"otp\": {\"kinds\": [null]}}]}",
                "{\"name\": \"zq7marker\", \"fields\": [{\"name\": \"A\", \"type\": \"password\", \"required\": true,"
                        + " \"open\": false, \"password\": {\"shortest\": 0, \"classes\": [\"zq7marker\"]}}]}",
                "{\"name\": \"zq7marker\", \"fields\": [{\"id\": \"fie_01jbct0000e008000000000000\", \"name\": \"A\","
                        + " \"type\": \"file\", \"required\": true, \"open\": false}]}",
            })
    void whatIsNoTemplateIsRefusedAndNotRepeated(String body) {
        String file = "{\"name\": \"A\", \"type\": \"file\", \"required\": true, \"open\": false}";
        String answer = asAuthor()
                .body(body.replace("FILE", file))
                .post(ADDRESS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertThat(answer).doesNotContain(MARK);
    }

    @Test
    void aFieldThatKeepsItsIdKeepsItsType() {
        var made = asAuthor().body(MADE.formatted(Shelf.fresh())).post(ADDRESS);
        String id = made.jsonPath().getString("fields[0].id");
        for (String other : new String[] {
            "\"type\": \"single-line\", \"required\": true, \"open\": false",
            "\"type\": \"multi-line\", \"required\": true, \"open\": true"
        }) {
            asAuthor()
                    .header("If-Match", made.header("ETag"))
                    .body("{\"fields\": [{\"id\": \"" + id + "\", \"name\": \"Note\", " + other + "}]}")
                    .post(made.header("Location") + "/versions")
                    .then()
                    .statusCode(400)
                    .body("position", equalTo(0));
        }
        asAuthor().get(made.header("Location")).then().body("version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zq7marker",
                "/tpl_zq7marker",
                "/tpl_01jbct0000e008000000000000",
                "/TPL_0000000000g008010000000002"
            })
    void whatIsNotThereIsNotFound(String id) {
        String answer =
                asAuthor().get(ADDRESS + id).then().statusCode(404).extract().asString();
        assertThat(answer).doesNotContain(MARK);
        asAuthor().header("If-Match", "\"1\"").delete(ADDRESS + id).then().statusCode(404);
        asAuthor().get(OTP_ONLY + "/versions/" + id.length() + "0").then().statusCode(404);
    }

    @Test
    void noVersionIsEverAlteredByTheServer() throws SQLException {
        UUID template = Shelf.OTP_ONLY;
        try (Connection server = roles.server()) {
            for (String sql : new String[] {
                "update template_version set version = 2 where template = '" + template + "'",
                "update template_field set name = 'Another' where template = '" + template + "'",
                "delete from template_field where template = '" + template + "'",
                "delete from template_version where template = '" + template + "'",
                "delete from template where id = '" + template + "'"
            }) {
                assertThatThrownBy(() -> Roles.execute(server, sql)).hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> Roles.execute(
                            server, "update template set deleted_at = now() where id = '" + template + "'"))
                    .hasMessageContaining("template_check");
        }
    }

    private synchronized RequestSpecification asAuthor() {
        if (credential.isEmpty()) {
            credential = newcomers.credential(newcomers.inRole(Role.TEMPLATE_AUTHOR));
        }
        return as(credential);
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }
}
