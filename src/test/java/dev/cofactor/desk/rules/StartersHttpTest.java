// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Drafts made of policies to start from. */
@QuarkusTest
class StartersHttpTest {
    private static final String STARTERS = POLICIES + "/starters";

    private final Author author;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final LogEntries entries;

    StartersHttpTest(Author author, Newcomers newcomers, Shelf shelf, LogEntries entries) {
        this.author = author;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.entries = entries;
    }

    @Test
    void theListShowsEachWithItsHoles() {
        author.asks()
                .get(STARTERS)
                .then()
                .statusCode(200)
                .body("starters.key", hasItem("on-call-by-day"))
                .body("starters[1].holes.key", equalTo(List.of("on-call", "folder", "approvers")))
                .body("starters[1].holes.kind", equalTo(List.of("group", "folder", "group")))
                .body("starters[1].sentence", startsWith("{on-call} may list secrets"))
                .body("starters[1].document.to[0].id", equalTo("{on-call}"));
    }

    @Test
    void aDraftIsMadeOfOneAndPutInForceLater() {
        UUID oncall = newcomers.group();
        UUID security = newcomers.group();
        Folder folder = shelf.folder();
        Response draft = author.edits()
                .body(Map.of(
                        "chosen",
                        Map.of(
                                "on-call", oncall.toString(),
                                "folder", PublicId.FOLDER.of(folder.id()),
                                "approvers", security.toString())))
                .post(STARTERS + "/on-call-by-day");
        draft.then()
                .statusCode(201)
                .body("policy.state", equalTo("draft"))
                .body(
                        "sentence",
                        equalTo(oncall + " may list secrets, read open fields and fetch codes below " + folder.path()
                                + ", Monday to Friday from 8:00 to 18:00 (Europe/Berlin), once 1 of " + security
                                + " has approved it within 1 hour; an approval is good for 30 minutes and 3 uses."
                                + " This is a draft and decides nothing yet."));
        String id = draft.path("policy.id");
        assertThat(draft.header("Location")).endsWith(POLICIES + "/" + id);
        author.edits()
                .body(Map.of("state", "active"))
                .put(POLICIES + "/" + id + "/state")
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasNotChosenOrIsNotThereIsRefused() {
        long edition = author.edition();
        String one = STARTERS + "/contractors-from-the-office";
        author.edits()
                .body(Map.of("chosen", Map.of()))
                .post(one)
                .then()
                .statusCode(400)
                .body("place", equalTo("/chosen"));
        author.edits()
                .body(Map.of("chosen", Map.of("contractors", UUID.randomUUID())))
                .post(one)
                .then()
                .statusCode(400)
                .body("place", equalTo("/to/0"));
        for (Object wrong : List.of(
                "hunter2",
                Map.of("hunter2", 1),
                Map.of("chosen", "hunter2"),
                Map.of("chosen", Map.of("contractors", "hunter2")),
                Map.of("chosen", Map.of("hunter2", UUID.randomUUID())))) {
            Response refused = author.edits().body(wrong).post(one);
            refused.then().statusCode(400).body("code", equalTo("policy-refused"));
            assertThat(refused.asString()).doesNotContain("hunter2");
        }
        author.edits()
                .body(Map.of("chosen", Map.of()))
                .post(STARTERS + "/nothing")
                .then()
                .statusCode(404);
        assertThat(author.edition()).isEqualTo(edition);
    }

    @Test
    void whoMayNotEditPoliciesStartsNone() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        Author.as(his).get(STARTERS).then().statusCode(403);
        Author.as(his).body("nothing").post(STARTERS + "/owners-told").then().statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(2);
    }
}
