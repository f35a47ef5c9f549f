// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret serves when it has all that its template requires: what lies open, and a seed that was proved. */
@QuarkusTest
class CompleteHttpTest {
    private final Enrolling enrolling;
    private final Shelf shelf;
    private final WholeLog log;

    CompleteHttpTest(Enrolling enrolling, Shelf shelf, WholeLog log) {
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aProvedSeedDoesNotServeWhileARequiredFieldInClearIsMissing() {
        UUID secret = draft();
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        enrolling
                .prove(secret, Map.of("code", code(key, 0)))
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        state(secret, "draft");
        edit(secret, Map.of("Account", "ops@example.org")).then().statusCode(200);
        state(secret, "active");
    }

    @Test
    void aSeedWhoseCodeNobodyHasSeenCompletesNothing() {
        UUID secret = draft();
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        edit(secret, Map.of("Account", "ops@example.org")).then().statusCode(200);
        state(secret, "draft");
        enrolling
                .prove(secret, Map.of("code", code(key, 0)))
                .then()
                .statusCode(200)
                .body("active", equalTo(true));
        state(secret, "active");
    }

    private void state(UUID secret, String expected) {
        enrolling.asAdministrator().get(at(secret)).then().statusCode(200).body("state", equalTo(expected));
    }

    private Response edit(UUID secret, Map<String, String> fields) {
        return enrolling
                .asAdministrator()
                .header("If-Match", enrolling.asAdministrator().get(at(secret)).header("ETag"))
                .body(Map.of("fields", fields))
                .patch(at(secret));
    }

    /** A template requires an account in clear and a seed; this has neither. */
    private UUID draft() {
        Response template =
                enrolling.asAdministrator().body("""
                        {"name": "%s", "fields": [
                          {"name": "Account", "type": "single-line", "required": true, "open": true},
                          {"name": "OTP", "type": "seed", "required": true, "open": false,
                           "otp": {"kinds": ["totp"], "digits": [6], "periods": [30], "algorithms": ["SHA1"],
                                   "step": "shared", "leastLife": 0}}]}""".formatted(Shelf.fresh())).post("/api/v1/templates");
        template.then().statusCode(201);
        Response made = enrolling
                .asAdministrator()
                .body(Map.of(
                        "template",
                        template.path("id"),
                        "folder",
                        shelf.folder().path(),
                        "slug",
                        "otp",
                        "name",
                        "A draft"))
                .post("/api/v1/secrets");
        made.then().statusCode(201).body("state", equalTo("draft"));
        return PublicId.SECRET.read(made.path("id")).orElseThrow();
    }
}
