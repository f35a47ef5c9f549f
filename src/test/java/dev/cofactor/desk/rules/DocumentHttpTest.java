// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static dev.cofactor.desk.rules.WholeSets.DOCUMENT;
import static dev.cofactor.desk.rules.WholeSets.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole set as it is kept elsewhere: taken out, tried, put in force, and refused. */
@QuarkusTest
class DocumentHttpTest {
    private final Author author;
    private final WholeSets sets;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;

    DocumentHttpTest(
            Author author, WholeSets sets, Newcomers newcomers, Shelf shelf, LogEntries entries, WholeLog log) {
        this.author = author;
        this.sets = sets;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whatIsTakenOutAndPutBackIsTheSameByteForByteAndIsNoNewEdition() {
        author.added(WholeSets.fetching(newcomers.group(), shelf.folder()));
        Response taken = author.asks().get(DOCUMENT);
        byte[] document = taken.asByteArray();
        assertThat(Edition.hashOf(document))
                .isEqualTo(author.asks().get(POLICIES).path("hash"));
        int saves = saves().size();
        sets.puts(taken.header("ETag"), document)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(taken.header("ETag")))
                .body("hash", equalTo(Edition.hashOf(document)));
        assertThat(author.asks().get(DOCUMENT).asByteArray()).isEqualTo(document);
        assertThat(saves()).hasSize(saves);
    }

    @Test
    void aSetThatIsWrittenOtherwiseIsPutInForceInItsOneSpelling() throws IOException {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        ObjectNode set = sets.taken();
        byte[] before = author.asks().get(DOCUMENT).asByteArray();
        ObjectNode mine = WholeSets.added(set, WholeSets.fetching(group, folder));
        ((ObjectNode) mine.get("on").get(0)).put("id", PublicId.FOLDER.of(folder.id()));
        sets.puts(author.etag(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(set))
                .then()
                .statusCode(200);
        byte[] after = author.asks().get(DOCUMENT).asByteArray();
        assertThat(new String(after, UTF_8)).contains(folder.id().toString()).doesNotContain("\n");
        author.asks()
                .get(POLICIES + "/" + mine.get("id").textValue())
                .then()
                .statusCode(200)
                .body("sentence", equalTo(group + " may fetch codes below " + folder.path() + "."));
        sets.puts(author.etag(), before).then().statusCode(200);
        assertThat(author.asks().get(DOCUMENT).asByteArray()).isEqualTo(before);
    }

    @Test
    void aDryRunSaysWhatWouldBeOtherAndSavesNothing() throws IOException {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        String kept = author.added(WholeSets.fetching(group, folder));
        String gone = author.added(WholeSets.fetching(group, folder));
        ObjectNode set = sets.taken();
        WholeSets.policies(set).forEach(one -> {
            if (one.get("id").textValue().equals(kept)) {
                ((ObjectNode) one).put("effect", "deny");
            }
        });
        WholeSets.remove(set, gone);
        String added = WholeSets.added(set, WholeSets.fetching(group, folder))
                .get("id")
                .textValue();
        int saves = saves().size();
        long edition = author.edition();
        String sentence = group + " may fetch codes below " + folder.path() + ".";

        Response tried = sets.tries(author.etag(), JSON.writeValueAsBytes(set));
        tried.then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("edition", equalTo((int) edition))
                .body("added.id", contains(added))
                .body("added[0].sentence", equalTo(sentence))
                .body("added[0].before", nullValue())
                .body("changed.id", contains(kept))
                .body("changed[0].parts", contains("changed: effect"))
                .body("changed[0].before", equalTo(sentence))
                .body("changed[0].sentence", equalTo(group + " may never fetch codes below " + folder.path() + "."))
                .body("withdrawn.id", contains(gone))
                .body("withdrawn[0].before", equalTo(sentence))
                .body("withdrawn[0].sentence", nullValue());
        assertThat(author.edition()).isEqualTo(edition);
        assertThat(saves()).hasSize(saves);
    }

    @Test
    void ofSeveralPoliciesTheLogNamesEachWithItsParts() throws IOException {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        String kept = author.added(WholeSets.fetching(group, folder));
        String gone = author.added(WholeSets.fetching(group, folder));
        ObjectNode set = sets.taken();
        WholeSets.policies(set).forEach(one -> {
            if (one.get("id").textValue().equals(kept)) {
                ((ObjectNode) one).put("effect", "deny");
            }
        });
        WholeSets.remove(set, gone);
        String added = WholeSets.added(set, WholeSets.fetching(group, folder))
                .get("id")
                .textValue();
        byte[] document = JSON.writeValueAsBytes(set);
        Response tried = sets.tries(author.etag(), document);
        sets.puts(author.etag(), document).then().statusCode(200).body("hash", equalTo(tried.path("hash")));
        JsonNode details = saves().getLast().body().at("/details");
        assertThat(details.get("count").asInt()).isEqualTo(3);
        assertThat(details.get("parts"))
                .map(JsonNode::asText)
                .containsExactlyInAnyOrder(kept + " changed: effect", gone + " withdrawn", added + " added");
        assertThat(details.toString()).doesNotContain("A test's", group.toString());
    }

    @Test
    void whoMisspellsADryRunSavesNothingEither() throws IOException {
        ObjectNode set = sets.taken();
        WholeSets.added(set, WholeSets.fetching(newcomers.group(), shelf.folder()));
        long edition = author.edition();
        for (String dry : List.of("TRUE", "yes", "")) {
            author.edits()
                    .queryParam("dry-run", dry)
                    .body(JSON.writeValueAsBytes(set))
                    .put(DOCUMENT)
                    .then()
                    .statusCode(200)
                    .body("dryRun", equalTo(true));
        }
        assertThat(author.edition()).isEqualTo(edition);
    }

    private List<LogEntries.Entry> saves() {
        return entries.about(Rulebook.ID, "edition-saved");
    }
}
