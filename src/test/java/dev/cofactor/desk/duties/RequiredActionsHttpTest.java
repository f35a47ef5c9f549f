// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

import static dev.cofactor.fixtures.Asking.ACTIONS;
import static dev.cofactor.fixtures.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.Asking;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may ask what of whom. What it bars is tested where it bars. */
@QuarkusTest
class RequiredActionsHttpTest {
    private final Newcomers newcomers;
    private final Asking asking;
    private final Duties duties;
    private final LogEntries entries;
    private final WholeLog log;

    RequiredActionsHttpTest(Newcomers newcomers, Asking asking, Duties duties, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.asking = asking;
        this.duties = duties;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void somethingIsAskedOfOnePersonOnceAndTakenBack() {
        Person person = newcomers.settled();
        String id =
                asked(Map.of("action", "change-password", "person", person.id().toString()));
        assertThat(duties.ask(person.id(), Duty.CHANGE_PASSWORD)).isTrue();
        assertThat(duties.ask(person.id(), Duty.SET_UP_SECOND_FACTOR)).isFalse();
        ask().get(ACTIONS)
                .then()
                .statusCode(200)
                .body("requiredActions.find { it.id == '" + id + "' }.whom.name", equalTo("A person"))
                .body("requiredActions.find { it.id == '" + id + "' }.whom.kind", equalTo("person"));
        ask().body(Map.of("action", "change-password", "person", person.id().toString()))
                .post(ACTIONS)
                .then()
                .statusCode(409)
                .body("code", equalTo("required-action-stands"));
        ask().delete(ACTIONS + "/" + id).then().statusCode(204);
        assertThat(duties.ask(person.id(), Duty.CHANGE_PASSWORD)).isFalse();
        ask().delete(ACTIONS + "/" + id).then().statusCode(404);
        assertThat(entries.about(person.id(), "required-action-changed"))
                .extracting(entry -> entry.body().at("/details/parts").toString())
                .containsExactly("[\"asked\",\"change-password\"]", "[\"taken-back\",\"change-password\"]");
    }

    @Test
    void ofAGroupItIsAskedByRuleThroughOtherGroupsTooAndOnlyWhileHeStandsThere() {
        Person person = newcomers.settled();
        UUID inner = newcomers.group(person.id());
        UUID outer = newcomers.group(inner);
        String id = asked(Map.of("action", "set-up-second-factor", "group", outer.toString()));
        assertThat(duties.ask(person.id(), Duty.SET_UP_SECOND_FACTOR)).isTrue();
        Person later = newcomers.settled();
        assertThat(duties.ask(later.id(), Duty.SET_UP_SECOND_FACTOR)).isFalse();
        ask().delete("/api/v1/groups/" + inner + "/members/" + person.id())
                .then()
                .statusCode(204);
        assertThat(duties.ask(person.id(), Duty.SET_UP_SECOND_FACTOR)).isFalse();
        ask().delete(ACTIONS + "/" + id).then().statusCode(204);
    }

    @Test
    void ofNewcomersItIsAskedFromThenOn() {
        Person before = newcomers.settled();
        String id = asked(Map.of("action", "set-up-second-factor", "newcomers", true));
        try {
            Person after = newcomers.invited();
            assertThat(duties.ask(before.id(), Duty.SET_UP_SECOND_FACTOR)).isFalse();
            assertThat(duties.ask(after.id(), Duty.SET_UP_SECOND_FACTOR)).isTrue();
        } finally {
            ask().delete(ACTIONS + "/" + id).then().statusCode(204);
        }
    }

    @Test
    void whoeverMayNotEditPeopleIsRefusedBeforeWhatHeSentIsRead() {
        Person person = newcomers.settled();
        String credential = newcomers.credential(person);
        as(credential).get(ACTIONS).then().statusCode(403);
        as(credential).body(Map.of("action", "?")).post(ACTIONS).then().statusCode(403);
        as(credential).delete(ACTIONS + "/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(3);
    }

    @Test
    void whatIsNoActionOrNoTargetIsRefusedWithoutRepeatingIt() {
        String person = newcomers.settled().id().toString();
        String group = newcomers.group().toString();
        assertInvalid(Map.of("action", "dance-on-the-table", "person", person));
        assertInvalid(Map.of("action", "change-password"));
        assertInvalid(Map.of("action", "change-password", "person", person, "newcomers", true));
        assertInvalid(Map.of("action", "change-password", "person", "somebody-called-so"));
        for (Map<String, String> wrong : List.of(
                Map.of("action", "change-password", "group", person),
                Map.of("action", "change-password", "person", group),
                Map.of("action", "change-password", "person", UUID.randomUUID().toString()))) {
            ask().body(wrong).post(ACTIONS).then().statusCode(404);
        }
    }

    private void assertInvalid(Map<String, ?> given) {
        String answer = ask().body(given)
                .post(ACTIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("required-action-invalid"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("dance").doesNotContain("called-so");
    }

    private String asked(Map<String, ?> given) {
        return asking.asked(given);
    }

    private RequestSpecification ask() {
        return asking.ask();
    }
}
