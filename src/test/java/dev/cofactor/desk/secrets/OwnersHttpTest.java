// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose a secret is: who may say so, who can be one, and that it gives no right. */
@QuarkusTest
class OwnersHttpTest {
    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final Catalogue catalogue;
    private final LogEntries entries;

    OwnersHttpTest(Safe safe, Shelf shelf, Rules rules, Newcomers newcomers, Catalogue catalogue, LogEntries entries) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.catalogue = catalogue;
        this.entries = entries;
    }

    @Test
    void whoMakesASecretOwnsItIfHeNamesNobodyElse() {
        Response made = safe.login(shelf.folder(), fresh(), "p");
        assertThat(catalogue.find(id(made)).orElseThrow().owners()).hasSize(1);
        Person person = newcomers.settled();
        Map<String, Object> body = new HashMap<>(Map.of(
                "template", Safe.LOGIN,
                "folder", shelf.folder().path(),
                "slug", fresh(),
                "name", "A login",
                "fields", Map.of("User name", "u", "Password", "p")));
        body.put("owners", List.of(person.id().toString(), Role.AUDITOR.group().toString()));
        safe.asAdministrator()
                .body(body)
                .post(Safe.ADDRESS)
                .then()
                .statusCode(201)
                .body(
                        "owners",
                        containsInAnyOrder(
                                person.id().toString(), Role.AUDITOR.group().toString()));
        body.put("slug", fresh());
        body.put("owners", List.of());
        safe.asAdministrator()
                .body(body)
                .post(Safe.ADDRESS)
                .then()
                .statusCode(201)
                .body("owners", empty());
        body.put("slug", fresh());
        body.put("owners", List.of(UUID.randomUUID().toString()));
        safe.asAdministrator().body(body).post(Safe.ADDRESS).then().statusCode(400);
    }

    @Test
    void aGroupThatSomebodyMadeOwnsLikeABuiltInOne() {
        String group = newcomers.group(newcomers.settled().id()).toString();
        safe.asAdministrator()
                .body(Map.of(
                        "template", Safe.LOGIN,
                        "folder", shelf.folder().path(),
                        "slug", fresh(),
                        "name", "A login",
                        "fields", Map.of("User name", "u", "Password", "p"),
                        "owners", List.of(group)))
                .post(Safe.ADDRESS)
                .then()
                .statusCode(201)
                .body("owners", equalTo(List.of(group)));
    }

    @Test
    void whoMayEditSaysWhoOwnsItAndWhoMayOnlyReadOrOwnDoesNot() {
        Response made = safe.login(shelf.folder(), fresh(), "p");
        Person owner = newcomers.settled();
        String shown = newcomers.credential(owner);
        Response owned = own(
                safe.administratorsCredential(),
                made,
                made.header("ETag"),
                owner.id().toString());
        owned.then().statusCode(200).body("owners", equalTo(List.of(owner.id().toString())));
        assertThat(entries.about(id(made), "secret-edited")
                        .getFirst()
                        .body()
                        .at("/details/parts/0")
                        .asText())
                .isEqualTo("owners");
        own(shown, made, owned.header("ETag"), owner.id().toString()).then().statusCode(404);
        as(shown).get(made.header("Location")).then().statusCode(404);
        rules.allow(owner.id(), id(made), Verb.SECRET_READ_META, Verb.FIELD_REVEAL, Verb.SECRET_MOVE, Verb.SECRET_TAG);
        own(shown, made, owned.header("ETag"), UUID.randomUUID().toString())
                .then()
                .statusCode(403);
        rules.allow(owner.id(), id(made), Verb.SECRET_EDIT);
        own(shown, made, owned.header("ETag"), Role.APPROVER.group().toString())
                .then()
                .statusCode(200)
                .body("owners", equalTo(List.of(Role.APPROVER.group().toString())));
    }

    @Test
    void anOwnerIsAPersonOrAGroupThatThereIs() {
        Response made = safe.login(shelf.folder(), fresh(), "p");
        String by = safe.administratorsCredential();
        for (String nobody : List.of(
                UUID.randomUUID().toString(),
                new UUID(0, 0).toString(),
                id(made).toString(),
                made.path("id"),
                "zq7marker",
                "")) {
            Response refused = own(by, made, made.header("ETag"), nobody);
            refused.then().statusCode(400).body("code", equalTo("secret-invalid"));
            assertThat(refused.asString()).doesNotContain("zq7marker");
        }
        as(by).header("If-Match", made.header("ETag"))
                .body("{\"owners\": [null]}")
                .patch(made.header("Location"))
                .then()
                .statusCode(400);
        as(by).header("If-Match", made.header("ETag"))
                .body(Map.of(
                        "owners",
                        java.util.Collections.nCopies(51, UUID.randomUUID().toString())))
                .patch(made.header("Location"))
                .then()
                .statusCode(400);
        safe.asAdministrator().get(made.header("Location")).then().header("ETag", equalTo(made.header("ETag")));
    }

    private static Response own(String shown, Response made, String etag, String owner) {
        return as(shown)
                .header("If-Match", etag)
                .body(Map.of("owners", List.of(owner)))
                .patch(made.header("Location"));
    }
}
