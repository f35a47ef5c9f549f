// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change of the API by which its author could gain something: accepted, not done, and done when another agrees. */
@QuarkusTest
class WaitingChangesHttpTest {
    private static final String POLICIES = "/api/v1/policies";
    private static final String GROUPS = "/api/v1/groups/";
    private static final String SERVICES = "/api/v1/services/";

    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Rules rules;
    private final Shelf shelf;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Proposals proposals;
    private final Deciding deciding;
    private final LogEntries entries;
    private final WholeLog log;

    private Person author;
    private String credential;
    private Folder folder;
    private UUID secret;

    WaitingChangesHttpTest(
            Newcomers newcomers,
            Seconds seconds,
            Rules rules,
            Shelf shelf,
            Gate gate,
            Catalogue catalogue,
            Proposals proposals,
            Deciding deciding,
            LogEntries entries,
            WholeLog log) {
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.rules = rules;
        this.shelf = shelf;
        this.gate = gate;
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.deciding = deciding;
        this.entries = entries;
        this.log = log;
    }

    @BeforeEach
    void anAdministratorAndASecret() {
        newcomers.inRole(Role.ADMINISTRATOR); // nobody here is the only one
        author = newcomers.inRole(Role.ADMINISTRATOR);
        credential = newcomers.credential(author);
        folder = shelf.folder();
        secret = shelf.secret(folder, "a-secret");
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aPolicyThatGivesItsAuthorARightWaitsAndSaysWhere() {
        long before = edition();
        Response accepted = adds(policy("allow", "code.fetch", person(author.id())));
        accepted.then()
                .statusCode(202)
                .body("change", startsWith("chg_"))
                .body("url", equalTo("https://cofactor.test/changes/" + accepted.path("change")));
        assertThat(edition()).isEqualTo(before);
        seconds.confirm(accepted);
        assertThat(edition()).isEqualTo(before + 1);
        assertThat(may(Verb.CODE_FETCH)).isTrue();
    }

    @Test
    void aPolicyForOthersOrADraftOrALimitDoesNotWait() {
        adds(policy("allow", "code.fetch", person(newcomers.settled().id())))
                .then()
                .statusCode(201);
        Map<String, Object> draft = new HashMap<>(policy("allow", "code.fetch", person(author.id())));
        draft.put("state", "draft");
        String id = adds(draft).then().statusCode(201).extract().path("policy.id");
        adds(policy("deny", "secret.edit", person(author.id()))).then().statusCode(201);
        assertThat(may(Verb.CODE_FETCH)).isFalse();
        draft.put("state", "active");
        edits().body(draft).put(POLICIES + "/" + id).then().statusCode(202);
        assertThat(may(Verb.CODE_FETCH)).isFalse();
    }

    @Test
    void takingADenialOrANeedAwayIsAGainToo() {
        rules.allow(author.id(), secret, Verb.CODE_FETCH);
        String denial = adds(policy("deny", "code.fetch", person(author.id())))
                .then()
                .statusCode(201)
                .extract()
                .path("policy.id");
        edits().delete(POLICIES + "/" + denial).then().statusCode(202);
        assertThat(may(Verb.CODE_FETCH)).isFalse();

        Map<String, Object> asks = new HashMap<>(policy("require", "field.reveal", person(author.id())));
        asks.put("needs", List.of(Map.of("kind", "reason", "atLeast", 10)));
        rules.allow(author.id(), secret, Verb.FIELD_REVEAL);
        Response made = adds(asks);
        String need = made.then().statusCode(201).extract().path("policy.id");
        edits().delete(POLICIES + "/" + need).then().statusCode(202);
    }

    @Test
    void aSaveThatRestsOnAPolicyThatIsOtherByThenIsVoid() {
        String policy = adds(policy(
                        "allow", "code.fetch", person(newcomers.settled().id())))
                .then()
                .statusCode(201)
                .extract()
                .path("policy.id");
        Response accepted =
                edits().body(policy("allow", "code.fetch", person(author.id()))).put(POLICIES + "/" + policy);
        UUID change = Seconds.change(accepted);
        edits().body(policy("allow", "secret.edit", person(newcomers.settled().id())))
                .put(POLICIES + "/" + policy)
                .then()
                .statusCode(200);
        Caller second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> deciding.confirm(second, change)).hasMessageContaining("changed meanwhile");
        assertThat(proposals.find(change).orElseThrow().state()).isEqualTo(State.VOID);
        assertThat(may(Verb.CODE_FETCH)).isFalse();
    }

    @Test
    void aGroupThatGivesItsAuthorARightWaits() {
        UUID group = newcomers.group();
        rules.allowGroup(group, secret, Verb.CODE_FETCH);
        Response accepted = asks().put(GROUPS + group + "/members/" + author.id());
        assertThat(may(Verb.CODE_FETCH)).isFalse();
        seconds.confirm(accepted);
        assertThat(may(Verb.CODE_FETCH)).isTrue();
    }

    @Test
    void aTokenOfAServiceThatMayMoreIsShownOnceSomebodyAgrees() {
        Caller machine = newcomers.machine();
        UUID service = machine.actor().id();
        rules.allowService(service, secret, Verb.CODE_FETCH);
        Response accepted = issue(service);
        assertThat(accepted.asString()).doesNotContain("cft_");
        UUID change = Seconds.change(accepted);
        issue(service).then().statusCode(202).body("change", equalTo(accepted.path("change")));
        seconds.confirm(change);
        assertThat(proposals.find(change).orElseThrow().state()).isEqualTo(State.CONFIRMED);
        issue(service).then().statusCode(201).body("token", startsWith("cft_"));
        assertThat(proposals.find(change).orElseThrow().state()).isEqualTo(State.APPLIED);
        assertThat(entries.about(service, "token-issued")
                        .getLast()
                        .body()
                        .at("/details/author")
                        .asText())
                .isEqualTo(author.id().toString());
    }

    /** Two tabs, one yes: of what was agreed to there is one. */
    @Test
    void whatWasAgreedToIsShownOnce() {
        UUID service = newcomers.machine().actor().id();
        rules.allowService(service, secret, Verb.CODE_FETCH);
        rules.allowService(service, secret, Verb.FIELD_REVEAL);
        seconds.confirm(issue(service));
        String other = newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR));
        as(other)
                .body(Map.of("label", "build server", "days", 90, "ranges", List.of()))
                .post(SERVICES + service + "/tokens")
                .then()
                .statusCode(202);
        issue(service).then().statusCode(201);
    }

    /** First the token, then the right: he would have both. */
    @Test
    void aRightForAServiceWhoseTokenItsAuthorHasSeenWaits() {
        UUID service = newcomers.machine().actor().id();
        issue(service).then().statusCode(201);
        Map<String, Object> policy = policy("allow", "code.fetch", Map.of("kind", "service", "id", service.toString()));
        adds(policy).then().statusCode(202);
        String other = newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR));
        as(other)
                .header("If-Match", as(other).get(POLICIES).header("ETag"))
                .body(policy)
                .post(POLICIES)
                .then()
                .statusCode(201);
    }

    private RequestSpecification asks() {
        return as(credential);
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }

    private RequestSpecification edits() {
        return asks().header("If-Match", asks().get(POLICIES).header("ETag"));
    }

    private Response adds(Map<String, Object> policy) {
        return edits().body(policy).post(POLICIES);
    }

    private Response issue(UUID service) {
        return asks().body(Map.of("label", "build server", "days", 90, "ranges", List.of()))
                .post(SERVICES + service + "/tokens");
    }

    private long edition() {
        return gate.edition().number();
    }

    /** As the gate has it. */
    private boolean may(Verb verb) {
        Caller his = newcomers.signedIn(author);
        return gate.view(his)
                .may(verb, Sight.of(catalogue.find(secret).orElseThrow(), his).target());
    }

    private Map<String, Object> policy(String effect, String action, Map<String, String> to) {
        return Map.of(
                "name", "A test's",
                "effect", effect,
                "actions", List.of(action),
                "to", List.of(to),
                "on", List.of(Map.of("kind", "secret", "id", secret.toString())));
    }

    private static Map<String, String> person(UUID id) {
        return Map.of("kind", "person", "id", id.toString());
    }
}
