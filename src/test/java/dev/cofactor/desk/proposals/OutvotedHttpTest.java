// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever could object is not got rid of by a policy either. */
@QuarkusTest
class OutvotedHttpTest {
    private static final String POLICIES = "/api/v1/policies";

    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Rules rules;
    private final WholeLog log;

    private Person other;
    private String author;

    @SuppressWarnings("NullAway.Init")
    OutvotedHttpTest(Newcomers newcomers, Seconds seconds, Rules rules, WholeLog log) {
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.rules = rules;
        this.log = log;
    }

    @BeforeEach
    void somebodyElseWhoHoldsWhatTheAuthorHolds() {
        other = newcomers.settled();
        author = newcomers.credential(newcomers.inRole(Role.POLICY_AUTHOR));
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private UUID allowed(Verb verb) {
        return rules.allow(new Subject.Person(other.id()), new Resource.Everything(), verb);
    }

    private RequestSpecification edits() {
        RequestSpecification asks =
                given().header("Authorization", "Bearer " + author).contentType(ContentType.JSON);
        String seen = given().header("Authorization", "Bearer " + author)
                .get(POLICIES)
                .header("ETag");
        return asks.header("If-Match", seen);
    }

    private Response adds(String effect, List<Map<String, Object>> when) {
        return edits().body(Map.of(
                        "name",
                        "A test's",
                        "effect",
                        effect,
                        "actions",
                        List.of("policy.edit"),
                        "to",
                        List.of(Map.of("kind", "person", "id", other.id().toString())),
                        "on",
                        List.of(Map.of("kind", "everything")),
                        "when",
                        when))
                .post(POLICIES);
    }

    private boolean edits(Person person) {
        return given().header("Authorization", "Bearer " + newcomers.credential(person))
                        .get(POLICIES)
                        .statusCode()
                == 200;
    }

    @Test
    void takingTheRightToEditPoliciesFromSomebodyTakesTwo() {
        UUID policy = allowed(Verb.POLICY_EDIT);
        Response accepted = edits().delete(POLICIES + "/" + policy);
        accepted.then().statusCode(202);
        assertThat(edits(other)).isTrue();
        seconds.confirm(accepted);
        assertThat(edits(other)).isFalse();
    }

    @Test
    void barringHimTakesTwoAndHoursDoNot() {
        UUID policy = allowed(Verb.POLICY_EDIT);
        adds("deny", List.of()).then().statusCode(202);
        assertThat(edits(other)).isTrue();
        Map<String, Object> never =
                Map.of("kind", "dates", "from", "2020-01-01", "until", "2020-01-02", "zone", "Europe/Berlin");
        String id =
                adds("deny", List.of(never)).then().statusCode(201).extract().path("policy.id");
        edits().delete(POLICIES + "/" + id).then().statusCode(200);
        rules.withdraw(policy);
    }

    @Test
    void whoHoldsItThroughAnotherPolicyStillObjects() {
        UUID one = allowed(Verb.POLICY_EDIT);
        UUID another = allowed(Verb.POLICY_EDIT);
        edits().delete(POLICIES + "/" + one).then().statusCode(200);
        edits().delete(POLICIES + "/" + another).then().statusCode(202);
        rules.withdraw(another);
    }

    /** He could not have decided about anything that the author may ask for. */
    @Test
    void takingARightThatTheAuthorDoesNotHoldTakesOne() {
        UUID policy = allowed(Verb.PEOPLE_EDIT);
        edits().delete(POLICIES + "/" + policy).then().statusCode(200);
    }
}
