// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody who reviews access, and somebody who edits policies. */
@Singleton
class Reviewing {
    static final String POLICIES = "/api/v1/policies";

    private final Standing auditor;
    private final Standing author;

    Reviewing(Newcomers newcomers) {
        auditor = newcomers.standing(Role.AUDITOR);
        author = newcomers.standing(Role.POLICY_AUTHOR);
    }

    static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential).contentType(ContentType.JSON);
    }

    RequestSpecification asAuditor() {
        return as(auditor.credential());
    }

    RequestSpecification asAuthor() {
        return as(author.credential());
    }

    Response why(Map<String, ?> asked) {
        return asAuditor().body(asked).post(POLICIES + "/why");
    }

    Response whoCan(Map<String, ?> asked) {
        return asAuditor().body(asked).post(POLICIES + "/who-can");
    }

    Response whatChanges(Object wanted) {
        return asAuthor().body(wanted).post(POLICIES + "/what-changes");
    }

    static Map<String, Object> person(UUID id, String secret) {
        return new HashMap<>(
                Map.of("actor", Map.of("kind", "person", "id", id.toString()), "verb", "code.fetch", "secret", secret));
    }
}
