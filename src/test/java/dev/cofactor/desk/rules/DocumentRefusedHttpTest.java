// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static dev.cofactor.desk.rules.WholeSets.DOCUMENT;
import static dev.cofactor.desk.rules.WholeSets.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole sets that are refused, or come too late. */
@QuarkusTest
class DocumentRefusedHttpTest {
    private final Author author;
    private final WholeSets sets;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;

    DocumentRefusedHttpTest(
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
    void aFaultIsNamedByWhereItStandsInWhatWasSent() throws IOException {
        ObjectNode set = sets.taken();
        ObjectNode mine = WholeSets.added(set, WholeSets.fetching(newcomers.group(), shelf.folder()));
        WholeSets.policies(set).removeAll();
        set.setAll(sets.taken());
        WholeSets.policies(set).insert(1, mine);
        ((ObjectNode) mine.get("to").get(0)).put("id", UUID.randomUUID().toString());
        for (boolean dry : new boolean[] {true, false}) {
            sets.sends(author.etag(), JSON.writeValueAsBytes(set), dry)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("policy-refused"))
                    .body("place", equalTo("/policies/1/to/0"));
        }
        mine.put("hunter2", "hunter2");
        Response refused = sets.puts(author.etag(), JSON.writeValueAsBytes(set));
        refused.then().statusCode(400).body("place", startsWith("/policies/1"));
        assertThat(refused.asString()).doesNotContain("hunter2");
    }

    @Test
    void aSetWithoutAnybodyWhoCouldEditPoliciesIsRefusedAlsoInADryRun() {
        byte[] nobody = "{\"format\": \"cofactor-policies/1\", \"policies\": []}".getBytes(UTF_8);
        long edition = author.edition();
        for (boolean dry : new boolean[] {true, false}) {
            sets.sends(author.etag(), nobody, dry).then().statusCode(409).body("code", equalTo("nobody-left"));
        }
        assertThat(author.edition()).isEqualTo(edition);
    }

    @Test
    void aDraftOfTheOnlyEditorsPolicyLeavesNobody() throws IOException {
        ObjectNode set = sets.taken();
        set.put("format", "cofactor-policies/2");
        WholeSets.policies(set).forEach(one -> {
            if (one.get("actions").toString().contains("policy.edit")) {
                ((ObjectNode) one).put("state", "draft");
            }
        });
        sets.puts(author.etag(), JSON.writeValueAsBytes(set))
                .then()
                .statusCode(409)
                .body("code", equalTo("nobody-left"));
    }

    @Test
    void ofTwoWhoPutWholeSetsAndOneWhoAddsExactlyOneWins() throws IOException {
        ObjectNode set = sets.taken();
        WholeSets.added(set, WholeSets.fetching(newcomers.group(), shelf.folder()));
        byte[] document = JSON.writeValueAsBytes(set);
        Map<String, Object> policy = WholeSets.fetching(newcomers.group(), shelf.folder());
        String seen = author.etag();
        long before = author.edition();
        List<Integer> answers = Enrolling.atOnce(
                6,
                one -> one % 2 == 0
                        ? sets.puts(seen, document)
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
            sets.sends("\"0\"", document, dry).then().statusCode(412).body("code", equalTo("changed-meanwhile"));
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
}
