// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.named;
import static dev.cofactor.desk.rules.Author.of;
import static dev.cofactor.desk.rules.Author.policy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.Shelf;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Policies about what others say of their programs. */
@QuarkusTest
class ClaimsHttpTest {
    private final Author author;
    private final Enrolling enrolling;
    private final Shelf shelf;

    ClaimsHttpTest(Author author, Enrolling enrolling, Shelf shelf) {
        this.author = author;
        this.enrolling = enrolling;
        this.shelf = shelf;
    }

    @Test
    void aPolicyAboutAClaimIsSavedWhereAFederationIsThereToSayIt() {
        String service = made("/api/v1/services", Map.of("name", Shelf.fresh()));
        String federation = made(
                "/api/v1/federations",
                Map.of(
                        "service",
                        service,
                        "name",
                        "The build server",
                        "issuer",
                        "https://ci.example",
                        "audiences",
                        of("https://cofactor.example"),
                        "conditions",
                        Map.of("sub", "a job")));
        Map<String, String> claim = Map.of("kind", "claim", "issuer", federation, "name", "ref", "value", "main");
        author.adds(policy(
                        "allow",
                        of("code.fetch"),
                        of(claim),
                        of(named("folder", shelf.folder().id()))))
                .then()
                .statusCode(201)
                .body("sentence", containsString("vouched for as ref main through The build server"));
        String at = "/api/v1/federations/" + federation;
        enrolling
                .asAdministrator()
                .header("If-Match", enrolling.asAdministrator().get(at).header("ETag"))
                .delete(at)
                .then()
                .statusCode(204);
        author.adds(policy(
                        "allow",
                        of("code.fetch"),
                        of(claim),
                        of(named("folder", shelf.folder().id()))))
                .then()
                .statusCode(400)
                .body("place", equalTo("/to/0"));
    }

    private String made(String at, Map<String, Object> what) {
        return enrolling
                .asAdministrator()
                .body(what)
                .post(at)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
