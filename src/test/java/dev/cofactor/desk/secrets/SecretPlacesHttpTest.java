// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.ADDRESS;
import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static dev.cofactor.desk.secrets.Safe.reveal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where secrets are: moved, tagged, deleted and brought back, and in personal folders. */
@QuarkusTest
class SecretPlacesHttpTest {
    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    SecretPlacesHttpTest(Safe safe, Shelf shelf, Rules rules, Newcomers newcomers, LogEntries entries, WholeLog log) {
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
    void aMoveNeedsTheRightAtBothEndsAndTagsAreGivenWhole() {
        Folder here = shelf.folder();
        Folder there = shelf.folder();
        Response made = safe.login(here, fresh(), "p");
        String at = made.header("Location");
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        rules.allow(person.id(), new Resource.Folder(here.id()), Verb.SECRET_MOVE, Verb.SECRET_READ_META);
        as(shown)
                .header("If-Match", made.header("ETag"))
                .body(Map.of("folder", there.path()))
                .post(at + "/move")
                .then()
                .statusCode(404);
        Response moved = safe.asAdministrator()
                .header("If-Match", made.header("ETag"))
                .body(Map.of("folder", there.path()))
                .post(at + "/move");
        moved.then().statusCode(200).body("path", equalTo(there.path() + "/" + made.path("slug")));
        String tag = fresh();
        Response tagged = safe.asAdministrator()
                .header("If-Match", moved.header("ETag"))
                .body(Map.of("tags", List.of(tag, "prod")))
                .put(at + "/tags");
        tagged.then().statusCode(200).body("tags", hasItems(tag, "prod"));
        safe.asAdministrator().queryParam("tag", tag).get(ADDRESS).then().body("secrets.size()", equalTo(1));
        assertThat(entries.about(id(made), "secret-moved")).hasSize(1);
        assertThat(entries.about(id(made), "secret-tagged")).hasSize(1);
    }

    @Test
    void whatIsDeletedComesBackAsItWas() {
        Folder folder = shelf.folder();
        Response made = safe.login(folder, fresh(), "kept");
        String at = made.header("Location");
        safe.asAdministrator()
                .header("If-Match", made.header("ETag"))
                .delete(at)
                .then()
                .statusCode(200)
                .body("restorableUntil", notNullValue());
        safe.asAdministrator().get(at).then().statusCode(404);
        as(newcomers.credential(newcomers.settled()))
                .body("{}")
                .post(at + "/restore")
                .then()
                .statusCode(404);
        safe.asAdministrator()
                .body("{}")
                .post(at + "/restore")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        safe.asAdministrator().body("{}").post(at + "/restore").then().statusCode(404);
        Person person = newcomers.settled();
        rules.allow(person.id(), id(made), Verb.FIELD_REVEAL);
        reveal(as(newcomers.credential(person)), at).then().body("value", equalTo("kept"));
    }

    @Test
    void everybodyKeepsSecretsInAFolderOfHisOwnThatNobodyElseSees() {
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        String personal = as(shown).post("/api/v1/folders/personal").path("path");
        Response made = Safe.make(as(shown), personal, "mine", "my own");
        made.then().statusCode(201).body("personal", equalTo(true));
        String at = made.header("Location");
        reveal(as(shown), at).then().statusCode(200).body("value", equalTo("my own"));
        safe.asAdministrator().get(at).then().statusCode(404);
        reveal(safe.asAdministrator(), at).then().statusCode(404);
        safe.asAdministrator()
                .queryParam("q", "mine")
                .get(ADDRESS)
                .then()
                .body("secrets.id", not(hasItem(made.jsonPath().getString("id"))));
        Folder shared = shelf.folder();
        rules.allow(person.id(), new Resource.Folder(shared.id()), Verb.SECRET_LIST);
        as(shown)
                .header("If-Match", made.header("ETag"))
                .body(Map.of("folder", shared.path()))
                .post(at + "/move")
                .then()
                .statusCode(403);
        as(shown).header("If-Match", made.header("ETag")).delete(at).then().statusCode(200);
    }
}
