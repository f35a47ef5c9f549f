// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import static dev.cofactor.desk.expectations.Expecting.AT;
import static dev.cofactor.desk.expectations.Expecting.as;
import static dev.cofactor.desk.expectations.Expecting.fetching;
import static dev.cofactor.desk.expectations.Expecting.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is expected is kept, whoever saves. */
@QuarkusTest
class ExpectationsHttpTest {
    private final Expecting expecting;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;

    private Folder folder;
    private UUID secret;
    private Person person;
    private UUID group;

    @SuppressWarnings("NullAway.Init")
    ExpectationsHttpTest(
            Expecting expecting,
            Newcomers newcomers,
            Rules rules,
            Shelf shelf,
            Gate gate,
            LogEntries entries,
            WholeLog log) {
        this.expecting = expecting;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.gate = gate;
        this.entries = entries;
        this.log = log;
    }

    @BeforeEach
    void somebodyAndSomething() {
        folder = shelf.folder();
        secret = shelf.secret(folder, "root");
        person = newcomers.settled();
        group = newcomers.group(person.id());
    }

    @AfterEach
    void othersSaveUnhindered() {
        expecting.tidyUp();
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aSaveThatBreaksAnInvariantIsRefusedWithACounterexample() {
        String id = expecting.added(never("Contractors never fetch", group, folder.id()));
        long before = gate.edition().number();
        expecting
                .saves(fetching(group, folder.id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("expectation-broken"))
                .body("broken[0].id", equalTo(id))
                .body("broken[0].name", equalTo("Contractors never fetch"))
                .body("broken[0].cause", equalTo("happens"))
                .body("broken[0].example.actor.id", equalTo(person.id().toString()))
                .body("broken[0].example.answer", equalTo("allow"));
        assertThat(gate.edition().number()).isEqualTo(before);
        expecting.saves(fetching(newcomers.group(), folder.id())).then().statusCode(201);
        expecting.removes(id).then().statusCode(204);
        expecting.saves(fetching(group, folder.id())).then().statusCode(201);
    }

    @Test
    void aTestHoldsTheAnswerThatItWasWrittenWith() {
        UUID policy = rules.allow(person.id(), secret, Verb.CODE_FETCH);
        expecting.added(Expecting.test("On call fetches", person.id(), secret, "allow"));
        expecting
                .withdraws(policy.toString())
                .then()
                .statusCode(409)
                .body("broken[0].cause", equalTo("another-answer"))
                .body("broken[0].example.answer", equalTo("deny"));
    }

    @Test
    void whatTheRulesInForceDoNotSayIsNotWrittenDownAndNotRepeated() {
        rules.allow(person.id(), secret, Verb.CODE_FETCH);
        Response refused = expecting.adds(never("c4n4ry", group, folder.id()));
        refused.then()
                .statusCode(409)
                .body("code", equalTo("expectation-broken"))
                .body("broken[0].name", nullValue());
        assertThat(refused.asString()).doesNotContain("c4n4ry");
        Response unread = expecting.adds("{\"kind\": \"c4n4ry\"}");
        unread.then().statusCode(400);
        assertThat(unread.asString()).doesNotContain("c4n4ry");
    }

    @Test
    void whatIsBrokenAlreadyBlocksNobodyOnTheWayBack() {
        String id = expecting.added(never("Nobody fetches here", group, folder.id()));
        UUID one = rules.allow(person.id(), secret, Verb.CODE_FETCH); // passes no check
        rules.allowGroup(group, secret, Verb.CODE_FETCH);
        run(null).then().body("kept", equalTo(false)).body(result(id) + ".kept", equalTo(false));
        expecting.withdraws(one.toString()).then().statusCode(200);
        run(null).then().body(result(id) + ".kept", equalTo(false));
    }

    @Test
    void otherRulesAreTriedWithoutBeingSaved() {
        String id = expecting.added(never("Nobody fetches here", group, folder.id()));
        Map<String, Object> policy = new java.util.HashMap<>(fetching(group, folder.id()));
        policy.put("id", UUID.randomUUID().toString());
        long before = gate.edition().number();
        run(Map.of("policy", policy))
                .then()
                .statusCode(200)
                .body("kept", equalTo(false))
                .body(result(id) + ".broken.cause", equalTo("happens"));
        run(null).then().body(result(id) + ".kept", equalTo(true));
        assertThat(gate.edition().number()).isEqualTo(before);
    }

    private Response run(@org.jspecify.annotations.Nullable Object rules) {
        return rules == null
                ? expecting.asks().post(AT + "/run")
                : expecting.asks().body(rules).post(AT + "/run");
    }

    private static String result(String id) {
        return "results.find { it.id == '" + id + "' }";
    }

    @Test
    void anEditShowsTheVersionThatItsAuthorHasSeen() {
        Response added = expecting.adds(never("One", group, folder.id()));
        String at = AT + "/" + added.path("id");
        String seen = added.header("ETag");
        Map<String, Object> other = never("Other", group, folder.id(), "approval");
        expecting.asks().body(other).put(at).then().statusCode(428);
        Response changed = expecting.asks().header("If-Match", seen).body(other).put(at);
        changed.then().statusCode(200).body("expectation.name", equalTo("Other"));
        expecting.asks().header("If-Match", seen).body(other).put(at).then().statusCode(412);
        expecting.asks().header("If-Match", seen).delete(at).then().statusCode(412);
        expecting.asks().get(AT).then().body("expectations.id", hasItem(added.<String>path("id")));
        expecting
                .asks()
                .header("If-Match", changed.header("ETag"))
                .delete(at)
                .then()
                .statusCode(204);
        expecting.asks().get(at).then().statusCode(404);
        expecting.asks().get(AT).then().body("expectations.id", not(hasItem(added.<String>path("id"))));
        List<String> parts = entries.about(Rulebook.ID, "policy-tests-changed").stream()
                .filter(one -> one.body().at("/details/other").asText().equals(added.path("id")))
                .map(one -> one.body().at("/details/parts/0").asText())
                .toList();
        assertThat(parts).containsExactly("added", "changed", "removed");
    }

    @Test
    void whoMayNotEditPoliciesHearsNothingOfThemAndThatIsOnTheLog() {
        String id = expecting.added(never("One", group, folder.id()));
        String his = newcomers.credential(person);
        as(his).get(AT).then().statusCode(403);
        as(his).get(AT + "/" + id).then().statusCode(403);
        as(his).body("{no json").post(AT).then().statusCode(403);
        as(his).body("{no json").post(AT + "/run").then().statusCode(403);
        as(his).body("{no json").put(AT + "/" + id).then().statusCode(403);
        as(his).delete(AT + "/" + id).then().statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(6);
    }

    /** Each is looked at under one world and recorded in the same: one of both comes too late. */
    @Test
    void ofASaveAndAnExpectationThatItBreaksOneIsRefusedHoweverTheyMeet() {
        for (int round = 0; round < 8; round++) {
            UUID these = newcomers.group(person.id());
            expecting.asks();
            CompletableFuture<Response> saved =
                    CompletableFuture.supplyAsync(() -> expecting.saves(fetching(these, folder.id())));
            CompletableFuture<Response> written =
                    CompletableFuture.supplyAsync(() -> expecting.adds(never("Never", these, folder.id())));
            int both =
                    (saved.join().statusCode() == 201 ? 1 : 0) + (written.join().statusCode() == 201 ? 1 : 0);
            assertThat(both).isLessThanOrEqualTo(1);
            expecting.tidyUp();
            if (saved.join().statusCode() == 201) {
                expecting.withdraws(saved.join().path("policy.id")).then().statusCode(200);
            }
        }
    }

    @Test
    void depthAndSizeHaveAnEnd() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        expecting.asks().body(deep).post(AT).then().statusCode(400);
        String large = "{\"name\": \"" + "x".repeat(900_000) + "\"}";
        expecting.asks().body(large).post(AT).then().statusCode(400);
    }
}
