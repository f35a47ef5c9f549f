// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static io.restassured.RestAssured.given;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.fixtures.TestIssuer;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Services, what they may fetch, and whose word lets programs in as them. */
@Singleton
class Foundry {
    static final String FEDERATIONS = "/api/v1/federations";

    private final Kiosk kiosk;
    private final Seconds seconds;
    private final Rules rules;
    private final Standing administrator;

    Foundry(Kiosk kiosk, Seconds seconds, Rules rules, Newcomers newcomers) {
        this.kiosk = kiosk;
        this.seconds = seconds;
        this.rules = rules;
        this.administrator = newcomers.standing(Role.ADMINISTRATOR);
    }

    /** A service, with a secret whose codes it may fetch: each fetch takes the next counter, so none waits for another. */
    record Works(UUID service, Stand stand) {}

    Works works() {
        Stand stand = kiosk.counting();
        UUID service = service();
        rules.allowService(service, stand.secret(), Verb.CODE_FETCH);
        return new Works(service, stand);
    }

    /** A secret whose step is one request's: whoever comes next waits for the next one. */
    Stand exclusive(UUID service, int period) {
        Stand stand = kiosk.stand("exclusive", period);
        rules.allowService(service, stand.secret(), Verb.CODE_FETCH);
        return stand;
    }

    /** A secret of which nobody may know. */
    Stand unseen() {
        return kiosk.counting();
    }

    UUID service() {
        String id = asAdministrator()
                .body(Map.of("name", Shelf.fresh()))
                .post("/api/v1/services")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    Response federate(UUID service, String preset, String issuer, Map<String, String> conditions) {
        return federate(body(service, preset, issuer, conditions));
    }

    String federation(UUID service, String preset, TestIssuer issuer, Map<String, String> conditions) {
        return federate(service, preset, issuer.name(), conditions)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    void suspend(UUID service, boolean active) {
        asAdministrator()
                .body(Map.of("active", active))
                .patch("/api/v1/services/" + service)
                .then()
                .statusCode(200);
    }

    static Map<String, Object> body(UUID service, String preset, String issuer, Map<String, String> conditions) {
        return new HashMap<>(Map.of(
                "service",
                service.toString(),
                "name",
                "A job",
                "preset",
                preset,
                "issuer",
                issuer,
                "audiences",
                List.of(Jobs.US),
                "conditions",
                conditions));
    }

    Response federate(Map<String, Object> body) {
        return agreed(() -> asAdministrator().body(body).post(FEDERATIONS));
    }

    /** Whoever writes trust can be the service: where it may more than he, somebody else agrees, and he asks again. */
    Response agreed(Supplier<Response> asking) {
        Response answer = asking.get();
        if (answer.statusCode() != 202) {
            return answer;
        }
        seconds.confirm(answer);
        return asking.get();
    }

    Response edit(String federation, Map<String, Object> edit) {
        return agreed(() -> asAdministrator()
                .header(
                        "If-Match",
                        asAdministrator().get(FEDERATIONS + "/" + federation).header("ETag"))
                .body(edit)
                .patch(FEDERATIONS + "/" + federation));
    }

    Response end(String federation) {
        return asAdministrator()
                .header(
                        "If-Match",
                        asAdministrator().get(FEDERATIONS + "/" + federation).header("ETag"))
                .delete(FEDERATIONS + "/" + federation);
    }

    Response tried(String federation, String token) {
        return asAdministrator().body(Map.of("token", token)).post(FEDERATIONS + "/" + federation + "/try");
    }

    RequestSpecification asAdministrator() {
        return as(administrator.credential()).contentType(ContentType.JSON);
    }

    UUID administrator() {
        return administrator.id();
    }

    static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer);
    }

    static Response fetch(String bearer, Stand stand) {
        return as(bearer).accept("text/plain").post("/api/v1/code/" + stand.path());
    }

    static int status(String bearer, Stand stand) {
        return fetch(bearer, stand).statusCode();
    }
}
