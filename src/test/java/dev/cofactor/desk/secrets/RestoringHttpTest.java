// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static dev.cofactor.desk.secrets.Safe.reveal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is deleted, and the ways back. */
@QuarkusTest
class RestoringHttpTest {
    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    RestoringHttpTest(Safe safe, Shelf shelf, Rules rules, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theWindowIsThirtyDaysAndThenItIsOver() throws SQLException {
        Response made = safe.login(shelf.folder(), fresh(), "p");
        Instant until = Instant.parse(delete(made).path("restorableUntil"));
        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
        lieThereSince(made, "29 days 23 hours");
        restore(made, "{}").then().statusCode(200);
        Response again = safe.login(shelf.folder(), fresh(), "p");
        delete(again);
        lieThereSince(again, "30 days 1 minute");
        restore(again, "{}").then().statusCode(409).body("code", equalTo("restore-window-over"));
        safe.asAdministrator().get(again.header("Location")).then().statusCode(404);
        assertThat(entries.about(id(again), "secret-restored")).isEmpty();
    }

    @Test
    void anotherFolderNeedsTheRightThereToo() {
        Folder here = shelf.folder();
        Folder there = shelf.folder();
        Response made = safe.login(here, fresh(), "kept");
        delete(made);
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        // He gains nothing by it: otherwise he would wait for a second person.
        rules.allow(
                person.id(), new Resource.Folder(here.id()), Verb.SECRET_DELETE, Verb.FIELD_REVEAL, Verb.SECRET_LIST);
        String to = "{\"folder\": \"" + there.path() + "\", \"slug\": \"back\"}";
        String at = made.header("Location") + "/restore";
        as(shown).body(to).post(at).then().statusCode(404);
        rules.allow(person.id(), new Resource.Folder(there.id()), Verb.SECRET_LIST);
        as(shown).body(to).post(at).then().statusCode(403);
        rules.allow(person.id(), new Resource.Folder(there.id()), Verb.SECRET_DELETE, Verb.FIELD_REVEAL);
        as(shown)
                .body(to)
                .post(at)
                .then()
                .statusCode(200)
                .body("path", equalTo(there.path() + "/back"))
                .body("state", equalTo("active"));
        reveal(as(shown), made.header("Location")).then().statusCode(200).body("value", equalTo("kept"));
        assertThat(entries.of(person.id(), "request-refused")).hasSize(2);
    }

    @Test
    void whereSomethingElseLiesMeanwhileAnotherSlugIsNeeded() {
        Folder folder = shelf.folder();
        Response made = safe.login(folder, "taken", "old");
        delete(made);
        safe.login(folder, "taken", "new").then().statusCode(201);
        restore(made, "{}").then().statusCode(409).body("code", equalTo("slug-taken"));
        safe.asAdministrator().get(made.header("Location")).then().statusCode(404);
        restore(made, "{\"slug\": \"again\"}").then().statusCode(200).body("path", equalTo(folder.path() + "/again"));
    }

    @Test
    void whereTheFolderIsGoneAnotherIsToBeNamed() {
        Folder folder = shelf.folder();
        Response made = safe.login(folder, fresh(), "p");
        delete(made);
        safe.asAdministrator()
                .header("If-Match", "\"" + folder.event() + "\"")
                .delete("/api/v1/folders/" + PublicId.FOLDER.of(folder.id()))
                .then()
                .statusCode(204);
        restore(made, "{}").then().statusCode(409).body("code", equalTo("folder-gone"));
        restore(made, "{\"folder\": \"" + folder.path() + "\"}").then().statusCode(404);
        Folder other = shelf.folder();
        restore(made, "{\"folder\": \"" + other.path() + "\"}")
                .then()
                .statusCode(200)
                .body("path", equalTo(other.path() + "/" + made.path("slug")));
    }

    @Test
    void aTemplateStaysWhileSomethingMadeFromItCanComeBack() {
        Response copy = safe.asAdministrator()
                .body(Map.of("name", fresh()))
                .post("/api/v1/templates/"
                        + PublicId.TEMPLATE.of(UUID.fromString("00000000-0000-8000-8004-000000000008"))
                        + "/clone");
        Response made = safe.asAdministrator()
                .body(Map.of(
                        "template", copy.<String>path("id"),
                        "folder", shelf.folder().path(),
                        "slug", fresh(),
                        "name", "A note",
                        "fields", Map.of("Note", "text")))
                .post(Safe.ADDRESS);
        delete(made);
        safe.asAdministrator()
                .header("If-Match", copy.header("ETag"))
                .delete(copy.header("Location"))
                .then()
                .statusCode(409)
                .body("code", equalTo("template-in-use"))
                .body("secrets", empty())
                .body("others", equalTo(1));
        restore(made, "{}").then().statusCode(200).body("state", equalTo("active"));
    }

    @Test
    void ofManyWhoBringItBackOneDoesAndWhatNeverWasIsNotFound() {
        Response made = safe.login(shelf.folder(), fresh(), "p");
        restore(made, "{}").then().statusCode(404);
        delete(made);
        assertThat(Safe.atOnce(4, number -> restore(made, "{}")))
                .containsOnlyOnce(200)
                .containsOnly(200, 404);
        assertThat(entries.about(id(made), "secret-restored")).hasSize(1);
    }

    private Response delete(Response made) {
        Response gone =
                safe.asAdministrator().header("If-Match", made.header("ETag")).delete(made.header("Location"));
        gone.then().statusCode(200);
        return gone;
    }

    private Response restore(Response made, String body) {
        return safe.asAdministrator().body(body).post(made.header("Location") + "/restore");
    }

    private static void lieThereSince(Response made, String ago) throws SQLException {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate("update trash set since = clock_timestamp() - interval '" + ago
                            + "' where secret = '" + id(made) + "'"))
                    .isEqualTo(1);
        }
    }
}
