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

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies as their authors write them, and what comes of it for those they are about. */
@QuarkusTest
class RulesHttpTest {
    private final Author author;
    private final Newcomers newcomers;
    private final Enrolling enrolling;
    private final Kiosk kiosk;
    private final Folders folders;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;

    RulesHttpTest(
            Author author,
            Newcomers newcomers,
            Enrolling enrolling,
            Kiosk kiosk,
            Folders folders,
            Gate gate,
            LogEntries entries,
            WholeLog log) {
        this.author = author;
        this.newcomers = newcomers;
        this.enrolling = enrolling;
        this.kiosk = kiosk;
        this.folders = folders;
        this.gate = gate;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aGroupAndAServiceFetchBelowAFolderUntilThePolicyIsWithdrawn() {
        Kiosk.Stand stand = kiosk.stand("shared", 30);
        Folder aws = folders.find(stand.path().split("/")[0]).orElseThrow();
        Person person = newcomers.settled();
        UUID group = newcomers.group(person.id());
        String his = newcomers.credential(person);
        JsonPath service = service();
        String its = service.getString("token");
        UUID machine = UUID.fromString(service.getString("service"));
        assertThat(fetches(stand, his, its)).containsExactly(404, 404);

        Response added = author.adds(policy(
                "allow",
                of("code.fetch"),
                of(named("group", group), named("service", machine)),
                of(named("folder", aws.id()))));
        added.then().statusCode(201);
        String id = added.path("policy.id");
        assertThat(added.<String>path("sentence"))
                .isEqualTo(group + " and " + service.getString("name") + " may fetch codes below " + aws.path() + ".");
        assertThat(added.header("Location")).endsWith(POLICIES + "/" + id);
        assertThat(fetches(stand, his, its)).containsExactly(200, 200);

        int refused = entries.of(person.id(), "request-refused").size();
        author.withdraws(id).then().statusCode(200);
        assertThat(fetches(stand, his, its)).containsExactly(404, 404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(refused + 1);
        assertThat(entries.of(machine, "request-refused")).hasSize(2);
        List<LogEntries.Entry> saved = saves();
        saidOf(saved.get(saved.size() - 2), id, added.jsonPath().getLong("edition"), "added");
        saidOf(saved.getLast(), id, added.jsonPath().getLong("edition") + 1, "withdrawn");
        assertThat(saved.getLast().body().toString()).doesNotContain(group.toString(), "A test's");
    }

    @Test
    void theEditionInForceIsShownWithItsAuthorAndWhatEachPolicySays() {
        UUID group = newcomers.group();
        Folder folder = anywhere();
        String id = author.added(fetching(group, folder.id()));
        Response shown = author.asks().get(POLICIES);
        Edition edition = gate.edition();
        shown.then()
                .statusCode(200)
                .header("ETag", "\"" + edition.number() + "\"")
                .body("hash", equalTo(edition.hash()))
                .body("savedBy", equalTo(author.id().toString()))
                .body("policies.policy.id", hasItem(id))
                .body("policies.sentence", hasItem(group + " may fetch codes below " + folder.path() + "."))
                .body(
                        "policies.sentence",
                        hasItem("Everyone may do anything with secrets in their own personal folder."));
        assertThat(shown.jsonPath().getLong("edition")).isEqualTo(edition.number());
        author.asks()
                .get(POLICIES + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + edition.number() + "\"")
                .body("policy.name", equalTo("A test's"))
                .body("policy.on[0].id", equalTo(folder.id().toString()));
    }

    @Test
    void whatIsShownOfAPolicyCanBeSentBackAndChangesNothing() {
        String id = author.added(fetching(newcomers.group(), anywhere().id()));
        Response shown = author.asks().get(POLICIES + "/" + id);
        int saves = saves().size();
        Map<String, Object> policy = shown.path("policy");
        author.replaces(id, policy).then().statusCode(200).header("ETag", equalTo(shown.header("ETag")));
        assertThat(saves()).hasSize(saves);
        assertThat(author.edition()).isEqualTo(shown.jsonPath().getLong("edition"));
    }

    @Test
    void aChangedPolicyKeepsItsIdAndTheLogNamesTheParts() {
        UUID group = newcomers.group();
        Folder folder = anywhere();
        String id = author.added(fetching(group, folder.id()));
        Map<String, Object> other = new HashMap<>(fetching(group, folder.id()));
        other.put("effect", "deny");
        other.put("actions", List.of("code.fetch", "field.reveal"));
        author.replaces(id, other)
                .then()
                .statusCode(200)
                .body("policy.id", equalTo(id))
                .body(
                        "sentence",
                        endsWith(" may never fetch codes and reveal sealed fields below " + folder.path() + "."));
        saidOf(saves().getLast(), id, author.edition(), "changed: effect", "changed: actions");
        author.withdraws(id).then().statusCode(200);
        author.asks().get(POLICIES).then().body("policies.policy.id", not(hasItem(id)));
    }

    @Test
    void idsMayBeWrittenAsOtherAnswersWriteThem() {
        Folder folder = anywhere();
        Map<String, Object> policy = fetching(newcomers.group(), PublicId.FOLDER.of(folder.id()));
        author.adds(policy)
                .then()
                .statusCode(201)
                .body("policy.on[0].id", equalTo(folder.id().toString()));
    }

    @Test
    void ofManyWhoSaveAtOnceOneWinsAndAllOthersHearOfIt() {
        String seen = author.etag();
        long before = author.edition();
        Map<String, Object> policy = fetching(newcomers.group(), anywhere().id());
        author.id();
        List<Integer> answers = Enrolling.atOnce(
                8, one -> author.asks().header("If-Match", seen).body(policy).post(POLICIES));
        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 412)).isEqualTo(7);
        assertThat(author.edition()).isEqualTo(before + 1);
    }

    @Test
    void aServiceThatMayEditPoliciesSavesThemAsItself() {
        JsonPath service = service();
        UUID machine = UUID.fromString(service.getString("service"));
        author.added(policy("allow", of("policy.edit"), of(named("service", machine)), of(Author.kind("everything"))));
        Author.as(service.getString("token"))
                .header("If-Match", author.etag())
                .body(fetching(newcomers.group(), anywhere().id()))
                .post(POLICIES)
                .then()
                .statusCode(201);
        author.asks().get(POLICIES).then().body("savedBy", equalTo(machine.toString()));
    }

    @Test
    void theEditionSavedHoldsAllOthersAsTheyWere() {
        PolicySet before = gate.edition().policies();
        UUID group = newcomers.group();
        Folder folder = anywhere();
        String id = author.added(fetching(group, folder.id()));
        Policy added = new Policy(
                UUID.fromString(id),
                "A test's",
                Policy.Effect.ALLOW,
                Set.of(Verb.CODE_FETCH),
                Set.of(new Subject.Group(group)),
                Set.of(new Resource.Folder(folder.id())));
        assertThat(gate.edition().policies().policies())
                .containsAll(before.policies())
                .contains(added)
                .hasSize(before.policies().size() + 1);
        author.withdraws(id).then().statusCode(200);
        assertThat(gate.edition().policies()).isEqualTo(before);
    }

    private static Map<String, Object> fetching(UUID group, Object folder) {
        return policy("allow", of("code.fetch"), of(named("group", group)), of(named("folder", folder)));
    }

    private Folder anywhere() {
        String path = enrolling
                .asAdministrator()
                .body(Map.of("parent", "/", "slug", Shelf.fresh(), "name", "A folder"))
                .post("/api/v1/folders")
                .then()
                .statusCode(201)
                .extract()
                .path("path");
        return folders.find(path).orElseThrow();
    }

    private JsonPath service() {
        String name = Shelf.fresh();
        String id = enrolling
                .asAdministrator()
                .body(Map.of("name", name))
                .post("/api/v1/services")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = enrolling
                .asAdministrator()
                .body(Map.of("label", "a job", "days", 1))
                .post("/api/v1/services/" + id + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return JsonPath.from("{\"service\": \"%s\", \"name\": \"%s\", \"token\": \"%s\"}".formatted(id, name, token));
    }

    private static List<Integer> fetches(Kiosk.Stand stand, String... credentials) {
        return List.of(credentials).stream()
                .map(credential -> Kiosk.as(credential)
                        .post("/api/v1/code/" + stand.path())
                        .statusCode())
                .toList();
    }

    private List<LogEntries.Entry> saves() {
        return entries.about(Rulebook.ID, "edition-saved");
    }

    private static void saidOf(LogEntries.Entry entry, String policy, long edition, String... parts) {
        JsonNode details = entry.body().at("/details");
        assertThat(details.get("other").asText()).isEqualTo(policy);
        assertThat(details.get("edition").asLong()).isEqualTo(edition);
        assertThat(details.get("hash").asText()).hasSize(64);
        assertThat(details.get("parts")).map(JsonNode::asText).containsExactly(parts);
    }
}
