// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static dev.cofactor.desk.rules.Author.named;
import static dev.cofactor.desk.rules.Author.of;
import static dev.cofactor.desk.rules.Author.policy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole set as it is kept elsewhere: taken out, tried, put in force, and refused. */
@QuarkusTest
class DocumentHttpTest {
    private static final String DOCUMENT = POLICIES + "/document";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Author author;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;

    DocumentHttpTest(Author author, Newcomers newcomers, Shelf shelf, LogEntries entries, WholeLog log) {
        this.author = author;
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
        author.added(fetching(newcomers.group(), shelf.folder()));
        Response taken = author.asks().get(DOCUMENT);
        byte[] document = taken.asByteArray();
        assertThat(Edition.hashOf(document))
                .isEqualTo(author.asks().get(POLICIES).path("hash"));
        int saves = saves().size();
        puts(taken.header("ETag"), document)
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
        ObjectNode set = taken();
        byte[] before = author.asks().get(DOCUMENT).asByteArray();
        ObjectNode mine = added(set, fetching(group, folder));
        ((ObjectNode) mine.get("on").get(0)).put("id", PublicId.FOLDER.of(folder.id()));
        puts(author.etag(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(set))
                .then()
                .statusCode(200);
        byte[] after = author.asks().get(DOCUMENT).asByteArray();
        assertThat(new String(after, UTF_8)).contains(folder.id().toString()).doesNotContain("\n");
        author.asks()
                .get(POLICIES + "/" + mine.get("id").textValue())
                .then()
                .statusCode(200)
                .body("sentence", equalTo(group + " may fetch codes below " + folder.path() + "."));
        puts(author.etag(), before).then().statusCode(200);
        assertThat(author.asks().get(DOCUMENT).asByteArray()).isEqualTo(before);
    }

    @Test
    void aDryRunSaysWhatWouldBeOtherAndSavesNothing() throws IOException {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        String kept = author.added(fetching(group, folder));
        String gone = author.added(fetching(group, folder));
        ObjectNode set = taken();
        policies(set).forEach(one -> {
            if (one.get("id").textValue().equals(kept)) {
                ((ObjectNode) one).put("effect", "deny");
            }
        });
        remove(set, gone);
        String added = added(set, fetching(group, folder)).get("id").textValue();
        int saves = saves().size();
        long edition = author.edition();
        String sentence = group + " may fetch codes below " + folder.path() + ".";

        Response tried = tries(author.etag(), JSON.writeValueAsBytes(set));
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

        Response put = puts(author.etag(), JSON.writeValueAsBytes(set));
        put.then().statusCode(200).body("hash", equalTo(tried.path("hash")));
        JsonNode details = saves().getLast().body().at("/details");
        assertThat(details.get("count").asInt()).isEqualTo(3);
        assertThat(details.get("parts"))
                .map(JsonNode::asText)
                .containsExactlyInAnyOrder(kept + " changed: effect", gone + " withdrawn", added + " added");
        assertThat(details.toString()).doesNotContain("A test's", group.toString());
    }

    @Test
    void whoMisspellsADryRunSavesNothingEither() throws IOException {
        ObjectNode set = taken();
        added(set, fetching(newcomers.group(), shelf.folder()));
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

    @Test
    void aFaultIsNamedByWhereItStandsInWhatWasSent() throws IOException {
        ObjectNode set = taken();
        ObjectNode mine = added(set, fetching(newcomers.group(), shelf.folder()));
        policies(set).removeAll();
        set.setAll(taken());
        policies(set).insert(1, mine);
        ((ObjectNode) mine.get("to").get(0)).put("id", UUID.randomUUID().toString());
        for (boolean dry : new boolean[] {true, false}) {
            sends(author.etag(), JSON.writeValueAsBytes(set), dry)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("policy-refused"))
                    .body("place", equalTo("/policies/1/to/0"));
        }
        mine.put("hunter2", "hunter2");
        Response refused = puts(author.etag(), JSON.writeValueAsBytes(set));
        refused.then().statusCode(400).body("place", startsWith("/policies/1"));
        assertThat(refused.asString()).doesNotContain("hunter2");
    }

    @Test
    void aSetWithoutAnybodyWhoCouldEditPoliciesIsRefusedAlsoInADryRun() {
        byte[] nobody = "{\"format\": \"cofactor-policies/1\", \"policies\": []}".getBytes(UTF_8);
        long edition = author.edition();
        for (boolean dry : new boolean[] {true, false}) {
            sends(author.etag(), nobody, dry).then().statusCode(409).body("code", equalTo("nobody-left"));
        }
        assertThat(author.edition()).isEqualTo(edition);
    }

    @Test
    void aDraftOfTheOnlyEditorsPolicyLeavesNobody() throws IOException {
        ObjectNode set = taken();
        set.put("format", "cofactor-policies/2");
        policies(set).forEach(one -> {
            if (one.get("actions").toString().contains("policy.edit")) {
                ((ObjectNode) one).put("state", "draft");
            }
        });
        puts(author.etag(), JSON.writeValueAsBytes(set)).then().statusCode(409).body("code", equalTo("nobody-left"));
    }

    @Test
    void ofTwoWhoPutWholeSetsAndOneWhoAddsExactlyOneWins() throws IOException {
        ObjectNode set = taken();
        added(set, fetching(newcomers.group(), shelf.folder()));
        byte[] document = JSON.writeValueAsBytes(set);
        Map<String, Object> policy = fetching(newcomers.group(), shelf.folder());
        String seen = author.etag();
        long before = author.edition();
        List<Integer> answers = Enrolling.atOnce(
                6,
                one -> one % 2 == 0
                        ? puts(seen, document)
                        : author.asks().header("If-Match", seen).body(policy).post(POLICIES));
        long won = answers.stream()
                .filter(status -> status == 200 || status == 201)
                .count();
        assertThat(won).isEqualTo(1);
        // Whole sets are read one at a time; whoever comes meanwhile is told to come back.
        assertThat(answers.stream()
                        .filter(status -> status == 412 || status == 503)
                        .count())
                .isEqualTo(5);
        assertThat(author.edition()).isEqualTo(before + 1);
    }

    @Test
    void aSaveShowsTheEditionItsAuthorHasSeen() {
        byte[] document = author.asks().get(DOCUMENT).asByteArray();
        for (boolean dry : new boolean[] {true, false}) {
            author.asks()
                    .queryParam("dry-run", dry)
                    .body(document)
                    .put(DOCUMENT)
                    .then()
                    .statusCode(428)
                    .body("code", equalTo("if-match-required"));
            sends("\"0\"", document, dry).then().statusCode(412).body("code", equalTo("changed-meanwhile"));
        }
    }

    @Test
    void whoMayNotEditPoliciesTakesNothingOutAndPutsNothingInAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        Author.as(his).get(DOCUMENT).then().statusCode(403);
        Author.as(his).body("no set at all").put(DOCUMENT).then().statusCode(403);
        Author.as(his)
                .queryParam("dry-run", true)
                .body("no set at all")
                .put(DOCUMENT)
                .then()
                .statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(3);
    }

    private List<LogEntries.Entry> saves() {
        return entries.about(Rulebook.ID, "edition-saved");
    }

    private ObjectNode taken() throws IOException {
        return (ObjectNode) JSON.readTree(author.asks().get(DOCUMENT).asByteArray());
    }

    private static ArrayNode policies(ObjectNode set) {
        return (ArrayNode) set.get("policies");
    }

    private static ObjectNode added(ObjectNode set, Map<String, Object> policy) {
        ObjectNode mine = JSON.valueToTree(policy);
        mine.put("id", UUID.randomUUID().toString());
        policies(set).add(mine);
        return mine;
    }

    private static void remove(ObjectNode set, String policy) {
        for (int i = 0; i < policies(set).size(); i++) {
            if (policies(set).get(i).get("id").textValue().equals(policy)) {
                policies(set).remove(i);
                return;
            }
        }
    }

    private Response puts(String etag, byte[] document) {
        return sends(etag, document, false);
    }

    private Response tries(String etag, byte[] document) {
        return sends(etag, document, true);
    }

    private Response sends(String etag, byte[] document, boolean dry) {
        return author.asks()
                .header("If-Match", etag)
                .queryParam("dry-run", dry)
                .body(document)
                .put(DOCUMENT);
    }

    private static Map<String, Object> fetching(UUID group, Folder folder) {
        return policy("allow", of("code.fetch"), of(named("group", group)), of(named("folder", folder.id())));
    }
}
