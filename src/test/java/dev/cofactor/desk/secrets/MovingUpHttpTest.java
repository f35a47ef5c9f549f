// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.ADDRESS;
import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static dev.cofactor.desk.secrets.Safe.reveal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secret's way to a later version of its template: only when it is told to, and never into a lack. */
@QuarkusTest
class MovingUpHttpTest {
    private static final String TEMPLATES = "/api/v1/templates";
    private static final String NOTE = field("", "Note", "multi-line", false, false, "");
    private static final String FIRST =
            field("", "User", "single-line", true, true, "") + ", " + password("", "Password", 1) + ", " + NOTE;

    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Vault vault;

    private Response template;
    private Response made;
    private String at = "";

    @SuppressWarnings("NullAway.Init")
    MovingUpHttpTest(Safe safe, Shelf shelf, Rules rules, Newcomers newcomers, LogEntries entries, Vault vault) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
        this.vault = vault;
    }

    @BeforeEach
    void aSecretOfATemplateThatThenChanged() {
        String name = fresh();
        template = safe.asAdministrator()
                .body("{\"name\": \"" + name + "\", \"fields\": [" + FIRST + "]}")
                .post(TEMPLATES);
        template.then().statusCode(201);
        made = safe.asAdministrator()
                .body(Map.of(
                        "template", name,
                        "folder", shelf.folder().path(),
                        "slug", fresh(),
                        "name", "A login",
                        "fields", Map.of("User", "u", "Password", "short", "Note", "a note")))
                .post(ADDRESS);
        made.then().statusCode(201).body("state", equalTo("active"));
        at = made.header("Location");
    }

    /** Calls the first field otherwise, asks longer passwords, drops the note, and asks for a PIN besides. */
    private void changeTheTemplate() {
        String second = field(fieldId(0), "Login", "single-line", true, true, "") + ", "
                + password(fieldId(1), "Password", 12) + ", " + password("", "PIN", 4);
        safe.asAdministrator()
                .header("If-Match", template.header("ETag"))
                .body("{\"fields\": [" + second + "]}")
                .post(template.header("Location") + "/versions")
                .then()
                .statusCode(201);
    }

    @Test
    void aSecretStaysAtItsVersionUntilItIsMovedUp() {
        changeTheTemplate();
        safe.asAdministrator()
                .get(at)
                .then()
                .header("ETag", equalTo(made.header("ETag")))
                .body("template.version", equalTo(1))
                .body("template.newest", equalTo(2))
                .body("fields.name", contains("User", "Password", "Note"));
        safe.asAdministrator()
                .header("If-Match", made.header("ETag"))
                .body(Map.of("fields", Map.of("Password", "still short", "Note", "another")))
                .patch(at)
                .then()
                .statusCode(200)
                .body("template.version", equalTo(1));
    }

    @Test
    void fieldsKeepTheirValuesAndWhatTheVersionLacksIsGone() {
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        rules.allow(person.id(), id(made), Verb.FIELD_REVEAL);
        changeTheTemplate();
        Response raised = raise(made.header("ETag"), "{\"version\": 2, \"fields\": {\"PIN\": \"1234\"}}");
        raised.then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("template.version", equalTo(2))
                .body("fields.name", contains("Login", "Password", "PIN"))
                .body("fields[0].value", equalTo("u"));
        reveal(as(shown), at).then().statusCode(200).body("value", equalTo("short"));
        as(shown).post(at + "/fields/PIN/reveal").then().statusCode(200).body("value", equalTo("1234"));
        for (String gone : new String[] {"Note", made.path("fields[2].id")}) {
            as(shown).post(at + "/fields/" + gone + "/reveal").then().statusCode(404);
        }
        assertThat(vault.all(id(made)))
                .filteredOn(kept -> kept.until().isEmpty())
                .extracting(kept -> PublicId.FIELD.of(kept.where().field()))
                .containsExactlyInAnyOrder(raised.path("fields[1].id"), raised.path("fields[2].id"));
        assertThat(entries.about(id(made), "secret-edited")
                        .getFirst()
                        .body()
                        .at("/details/parts")
                        .toString())
                .contains("template-version")
                .contains(raised.<String>path("fields[2].id"))
                .doesNotContain("1234");
        Response entered = Safe.setPassword(safe.asAdministrator(), at, raised.header("ETag"), "too short");
        entered.then().statusCode(400).body("field", equalTo("Password"));
    }

    @Test
    void whatAVersionRequiresMustComeAlongOrNothingChanges() {
        changeTheTemplate();
        for (String body : new String[] {
            "{\"version\": 2}", "{\"version\": 2, \"fields\": {}}", "{\"version\": 2, \"fields\": {\"PIN\": null}}"
        }) {
            raise(made.header("ETag"), body)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("field-invalid"))
                    .body("field", equalTo("PIN"));
        }
        raise(made.header("ETag"), "{\"version\": 2, \"fields\": {\"PIN\": \"12\"}}")
                .then()
                .statusCode(400);
        raise(made.header("ETag"), "{\"version\": 2, \"fields\": {\"PIN\": \"1234\", \"Note\": \"a\"}}")
                .then()
                .statusCode(400)
                .body("code", equalTo("field-unknown"));
        safe.asAdministrator()
                .get(at)
                .then()
                .header("ETag", equalTo(made.header("ETag")))
                .body("template.version", equalTo(1))
                .body("fields.find { it.name == 'Note' }.set", equalTo(true));
        assertThat(entries.about(id(made), "secret-edited")).isEmpty();
    }

    @Test
    void thereIsNoWayDownNorToWhatIsNotThere() {
        changeTheTemplate();
        for (int number : new int[] {-1, 0, 1, 3, 99}) {
            raise(made.header("ETag"), "{\"version\": " + number + "}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("template-version"));
        }
        raise("\"7\"", "{\"version\": 2}").then().statusCode(412);
    }

    private Response raise(String etag, String body) {
        return safe.asAdministrator().header("If-Match", etag).body(body).post(at + "/template-version");
    }

    private String fieldId(int position) {
        return template.path("fields[" + position + "].id");
    }

    private static String password(String id, String name, int shortest) {
        return field(
                id, name, "password", true, false, ", \"password\": {\"shortest\": " + shortest + ", \"classes\": []}");
    }

    private static String field(String id, String name, String type, boolean required, boolean open, String more) {
        return (id.isEmpty() ? "{" : "{\"id\": \"" + id + "\", ")
                + "\"name\": \"%s\", \"type\": \"%s\", \"required\": %b, \"open\": %b%s}"
                        .formatted(name, type, required, open, more);
    }
}
