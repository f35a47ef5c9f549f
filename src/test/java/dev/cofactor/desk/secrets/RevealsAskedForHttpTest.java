// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.cofactor.desk.approvals.Deciding;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sealed field goes the way of codes: a reason is said with it, and what others must agree to is asked for in place. */
@QuarkusTest
class RevealsAskedForHttpTest {
    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Deciding deciding;
    private final LogEntries entries;

    RevealsAskedForHttpTest(
            Safe safe,
            Shelf shelf,
            Rules rules,
            Newcomers newcomers,
            Seconds seconds,
            Deciding deciding,
            LogEntries entries) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.deciding = deciding;
        this.entries = entries;
    }

    private String reader(UUID secret, Need need) {
        Person person = newcomers.settled();
        Clauses clauses = new Clauses(Set.of(), Set.of(need), Set.of(), Set.of());
        rules.add(Effect.ALLOW, new Subject.Person(person.id()), secret, clauses, Verb.FIELD_REVEAL);
        return newcomers.credential(person);
    }

    private static Response reveal(String reader, Response made, Map<String, Object> said) {
        return as(reader).body(said).post(made.header("Location") + "/fields/Password/reveal");
    }

    @Test
    void aYesIsAskedForWithTheRefusalAndIsGoodForOneField() {
        Response made = safe.login(shelf.folder(), fresh(), "the one");
        Person approver = newcomers.inRole(Role.APPROVER);
        String reader = reader(
                id(made),
                new Need.Approval(
                        1,
                        Set.of(new Approver.Person(approver.id())),
                        Duration.ofDays(1),
                        Duration.ofDays(1),
                        1,
                        false));
        Response asked = reveal(reader, made, Map.of());
        asked.then().statusCode(403).body("code", equalTo("approval-required")).body("request", startsWith("req_"));
        reveal(reader, made, Map.of()).then().statusCode(403).body("code", equalTo("approval-pending"));
        String request = asked.path("request");
        deciding.approve(seconds.proved(approver), PublicId.REQUEST.read(request), Deciding.Lesser.ALL);
        reveal(reader, made, Map.of("request", request)).then().statusCode(200).body("value", equalTo("the one"));
        reveal(reader, made, Map.of()).then().statusCode(403).body("code", equalTo("approval-required"));
        assertThat(entries.about(id(made), "field-revealed")).hasSize(1);
    }

    @Test
    void aReasonGoesWithAnEarlierValueToo() {
        Response made = safe.login(shelf.folder(), fresh(), "before");
        String at = made.header("Location");
        Safe.setPassword(safe.asAdministrator(), at, made.header("ETag"), "after")
                .then()
                .statusCode(200);
        String earlier =
                safe.asAdministrator().get(at + "/fields/Password/values").path("values[0].value");
        String reader = reader(id(made), new Need.Reason(5));
        String path = at + "/fields/Password/values/" + earlier + "/reveal";
        as(reader).post(path).then().statusCode(403).body("code", equalTo("reason-required"));
        as(reader)
                .body(Map.of("reason", "the old backup"))
                .post(path)
                .then()
                .statusCode(200)
                .body("value", equalTo("before"));
        assertThat(entries.about(id(made), "field-revealed")
                        .getFirst()
                        .body()
                        .at("/details/reason")
                        .asText())
                .isEqualTo("the old backup");
    }
}
