// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Agents and those for whom they act, over the API. */
@Singleton
class Agency {
    static final String AGENTS = "/api/v1/agents";

    private final Newcomers newcomers;
    private final Standing administrator;

    Agency(Newcomers newcomers) {
        this.newcomers = newcomers;
        this.administrator = newcomers.standing(Role.ADMINISTRATOR);
    }

    /** Somebody with a credential for his programs. */
    record Principal(Person person, String credential) {
        UUID id() {
            return person.id();
        }
    }

    /** An agent that acts for somebody. */
    record Acting(UUID agent, Principal by, String delegation, String token) {}

    Principal principal() {
        return principal(newcomers.settled());
    }

    Principal principal(Person person) {
        return new Principal(person, newcomers.credential(person));
    }

    UUID agent() {
        String id = asAdministrator()
                .body(Map.of("name", Shelf.fresh()))
                .post(AGENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    Acting acting(UUID agent, Principal by) {
        Response given = delegate(agent, by, Map.of("label", "my laptop", "days", 30));
        given.then().statusCode(201);
        return new Acting(agent, by, given.path("about.id"), given.path("token"));
    }

    Response delegate(UUID agent, Principal by, Map<String, Object> wanted) {
        return as(by.credential()).contentType(ContentType.JSON).body(wanted).post(at(agent));
    }

    void activate(UUID agent, boolean active) {
        asAdministrator()
                .body(Map.of("active", active))
                .patch(AGENTS + "/" + agent)
                .then()
                .statusCode(200);
    }

    static String at(UUID agent) {
        return AGENTS + "/" + agent + "/delegations";
    }

    static String at(Acting acting) {
        return at(acting.agent()) + "/" + acting.delegation();
    }

    RequestSpecification asAdministrator() {
        return as(administrator.credential()).contentType(ContentType.JSON);
    }

    UUID administratorId() {
        return administrator.id();
    }

    static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer);
    }

    /** As JSON; answered at once unless said otherwise. */
    static Response fetch(String bearer, String path, Map<String, Object> how) {
        return as(bearer)
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .body(how)
                .post("/api/v1/code/" + path);
    }

    /** 404 for whoever is known, and 401 for everybody else. */
    static int knock(String bearer) {
        return as(bearer).post("/api/v1/code/no/such").statusCode();
    }
}
