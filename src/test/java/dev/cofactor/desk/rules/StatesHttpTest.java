// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static dev.cofactor.desk.rules.Author.named;
import static dev.cofactor.desk.rules.Author.of;
import static dev.cofactor.desk.rules.Author.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies that are written, in force, and no longer in force; copies of them; and their clauses as they come back. */
@QuarkusTest
class StatesHttpTest {
    private final Author author;
    private final Newcomers newcomers;
    private final Kiosk kiosk;
    private final Shelf shelf;
    private final Folders folders;
    private final LogEntries entries;
    private final WholeLog log;

    StatesHttpTest(
            Author author,
            Newcomers newcomers,
            Kiosk kiosk,
            Shelf shelf,
            Folders folders,
            LogEntries entries,
            WholeLog log) {
        this.author = author;
        this.newcomers = newcomers;
        this.kiosk = kiosk;
        this.shelf = shelf;
        this.folders = folders;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void onlyWhatIsActiveDecides() {
        Kiosk.Stand stand = kiosk.stand("shared", 30);
        Folder aws = folders.find(stand.path().split("/")[0]).orElseThrow();
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        Map<String, Object> draft = new HashMap<>(
                policy("allow", of("code.fetch"), of(named("person", person.id())), of(named("folder", aws.id()))));
        draft.put("state", "draft");
        Response added = author.adds(draft);
        added.then()
                .statusCode(201)
                .body("policy.state", equalTo("draft"))
                .body("sentence", endsWith(" This is a draft and decides nothing yet."));
        String id = added.path("policy.id");
        assertThat(fetches(stand, his)).isEqualTo(404);

        puts(id, "active").then().statusCode(200).body("policy.state", nullValue());
        assertThat(fetches(stand, his)).isEqualTo(200);
        assertThat(lastParts(id)).containsExactly("changed: state");

        puts(id, "disabled")
                .then()
                .statusCode(200)
                .body("policy.state", equalTo("disabled"))
                .body("sentence", endsWith(" This is disabled and decides nothing."));
        assertThat(fetches(stand, his)).isEqualTo(404);
        long edition = author.edition();
        puts(id, "disabled").then().statusCode(200);
        assertThat(author.edition()).isEqualTo(edition);
    }

    @Test
    void aStateIsOneOfThreeAndAnythingElseIsRefusedAndNotRepeated() {
        String id = author.added(anything());
        for (String body :
                List.of("{\"state\": \"hunter2\"}", "{\"state\": 1}", "{\"hunter2\": \"draft\"}", "", "[]")) {
            Response refused = author.edits().body(body).put(POLICIES + "/" + id + "/state");
            refused.then().statusCode(400).body("code", equalTo("policy-refused"));
            assertThat(refused.asString()).doesNotContain("hunter2");
        }
        author.asks()
                .body("{\"state\": \"draft\"}")
                .put(POLICIES + "/" + id + "/state")
                .then()
                .statusCode(428);
        author.asks()
                .header("If-Match", "\"0\"")
                .body("{\"state\": \"draft\"}")
                .put(POLICIES + "/" + id + "/state")
                .then()
                .statusCode(412);
        puts(UUID.randomUUID().toString(), "draft").then().statusCode(404);
    }

    @Test
    void aCopyIsADraftOfItsOwnAndTheLastStaysAsItIs() {
        String id = author.added(withClauses());
        Map<String, Object> before = author.asks().get(POLICIES + "/" + id).path("policy");
        Response copied = author.edits().post(POLICIES + "/" + id + "/clone");
        copied.then()
                .statusCode(201)
                .body("policy.id", not(equalTo(id)))
                .body("policy.name", equalTo("A test's (copy)"))
                .body("policy.state", equalTo("draft"));
        Map<String, Object> copy = new HashMap<>(copied.<Map<String, Object>>path("policy"));
        copy.remove("state");
        copy.put("id", id);
        copy.put("name", "A test's");
        assertThat(copy).isEqualTo(before);
        assertThat(author.asks().get(POLICIES + "/" + id).<Map<String, Object>>path("policy"))
                .isEqualTo(before);
        assertThat(copied.header("Location")).endsWith(POLICIES + "/" + copied.path("policy.id"));
        assertThat(lastParts(copied.path("policy.id"))).containsExactly("added");
    }

    @Test
    void theCopyOfALongNameIsNoLongerThanANameMayBe() {
        Map<String, Object> longest = new HashMap<>(anything());
        longest.put("name", "x".repeat(192) + "\ud83d\udd11".repeat(4));
        String id = author.added(longest);
        author.edits()
                .post(POLICIES + "/" + id + "/clone")
                .then()
                .statusCode(201)
                .body("policy.name", equalTo("x".repeat(192) + " (copy)"));
    }

    @Test
    void whatIsNotThereIsNotCopiedAndNobodyElseCopiesOrSwitches() {
        author.edits()
                .post(POLICIES + "/" + UUID.randomUUID() + "/clone")
                .then()
                .statusCode(404);
        String id = author.added(anything());
        author.asks().post(POLICIES + "/" + id + "/clone").then().statusCode(428);
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        Author.as(his).post(POLICIES + "/" + id + "/clone").then().statusCode(403);
        Author.as(his)
                .body("no state at all")
                .put(POLICIES + "/" + id + "/state")
                .then()
                .statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(2);
    }

    @Test
    void clausesComeBackAsTheyWereWrittenAndTheLogNamesTheirKinds() {
        String id = author.added(withClauses());
        Map<String, Object> shown = author.asks().get(POLICIES + "/" + id).path("policy");
        assertThat(shown).containsKeys("when", "needs", "limits", "then").doesNotContainKey("state");
        long edition = author.edition();
        author.replaces(id, shown).then().statusCode(200);
        assertThat(author.edition()).isEqualTo(edition);

        Map<String, Object> other = new HashMap<>(shown);
        other.remove("then");
        other.put("limits", List.of(Map.of("most", 4, "per", "PT1H", "by", List.of("actor"))));
        author.replaces(id, other).then().statusCode(200).body("policy.then", nullValue());
        assertThat(lastParts(id)).containsExactly("changed: limits", "changed: then");
        assertThat(entries.about(Rulebook.ID, "edition-saved").getLast().body().toString())
                .doesNotContain("A test's", "PT1H", "hours");
        author.asks().get(POLICIES).then().body("policies.policy.id", hasItem(id));
    }

    private Map<String, Object> anything() {
        return policy(
                "allow",
                of("code.fetch"),
                of(named("group", newcomers.group())),
                of(named("folder", shelf.folder().id())));
    }

    private Map<String, Object> withClauses() {
        Map<String, Object> policy = new HashMap<>(anything());
        policy.put(
                "when",
                List.of(
                        Map.of(
                                "kind", "hours",
                                "days", List.of("mon", "tue"),
                                "from", "08:00",
                                "until", "18:00",
                                "zone", "Europe/Berlin"),
                        Map.of("kind", "network", "in", List.of("10.20.0.0/16"))));
        policy.put(
                "needs",
                List.of(
                        Map.of("kind", "reason", "atLeast", 10),
                        Map.of(
                                "kind",
                                "approval",
                                "quorum",
                                1,
                                "of",
                                List.of(named("group", newcomers.group())),
                                "decideWithin",
                                "PT1H",
                                "validFor",
                                "PT30M",
                                "uses",
                                3)));
        policy.put("limits", List.of(Map.of("most", 3, "per", "PT1H", "by", List.of("actor"))));
        policy.put("then", List.of(Map.of("kind", "tell", "whom", Map.of("kind", "owners"))));
        return policy;
    }

    private Response puts(String policy, String state) {
        return author.edits().body(Map.of("state", state)).put(POLICIES + "/" + policy + "/state");
    }

    private static int fetches(Kiosk.Stand stand, String credential) {
        return Kiosk.as(credential).post("/api/v1/code/" + stand.path()).statusCode();
    }

    private List<String> lastParts(String policy) {
        JsonNode details =
                entries.about(Rulebook.ID, "edition-saved").getLast().body().at("/details");
        assertThat(details.get("other").asText()).isEqualTo(policy);
        List<String> parts = new ArrayList<>();
        details.get("parts").forEach(part -> parts.add(part.asText()));
        return parts;
    }
}
