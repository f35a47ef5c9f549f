// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.GROUPS;
import static dev.cofactor.desk.people.Reception.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One administrator who is active stays, whoever asks for what at the same time; and a second one is asked for. */
@QuarkusTest
class LastAdministratorHttpTest {
    private static final String ADMINISTRATORS = Role.ADMINISTRATOR.group().toString();

    private final Newcomers newcomers;
    private final Rules rules;
    private final Roles roles;
    private final Seconds seconds;
    private final WholeLog log;

    LastAdministratorHttpTest(Newcomers newcomers, Rules rules, Roles roles, Seconds seconds, WholeLog log) {
        this.newcomers = newcomers;
        this.rules = rules;
        this.roles = roles;
        this.seconds = seconds;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theLastOneIsNeitherSuspendedNorRemovedNorTakenOut() throws SQLException {
        String editor = editor();
        Person last = newcomers.inRole(Role.ADMINISTRATOR);
        try (FewAdministrators few = new FewAdministrators(roles, last.id())) {
            for (Response refused : List.of(
                    suspend(editor, last.id()),
                    Reception.as(editor).delete(PEOPLE + "/" + last.id()),
                    Reception.as(editor).delete(GROUPS + "/" + ADMINISTRATORS + "/members/" + last.id()))) {
                refused.then().statusCode(409).body("code", equalTo("last-administrator"));
            }
            Reception.as(editor)
                    .get(PEOPLE)
                    .then()
                    .body("administrators.active", equalTo(1))
                    .body("administrators.anotherIsNeeded", equalTo(true));
            newcomers.inRole(Role.ADMINISTRATOR);
            Reception.as(editor).get(PEOPLE).then().body("administrators.anotherIsNeeded", equalTo(false));
            seconds.confirm(suspend(editor, last.id()));
        }
    }

    @Test
    void alsoWhoIsOneThroughAGroupStays() throws SQLException {
        String editor = editor();
        Person person = newcomers.settled();
        UUID inner = newcomers.group(person.id());
        try (FewAdministrators few = new FewAdministrators(roles, person.id());
                Connection superuser = roles.superuser()) {
            // No door lets a group into a role; whoever writes to the database may have.
            Roles.execute(
                    superuser,
                    "insert into membership (group_id, member, since) values ('" + ADMINISTRATORS + "', '" + inner
                            + "', clock_timestamp())");
            try {
                suspend(editor, person.id()).then().statusCode(409).body("code", equalTo("last-administrator"));
                Reception.as(editor)
                        .delete(GROUPS + "/" + inner + "/members/" + person.id())
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("last-administrator"));
                Reception.as(editor)
                        .delete(GROUPS + "/" + ADMINISTRATORS + "/members/" + inner)
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("last-administrator"));
            } finally {
                Roles.execute(
                        superuser, "update membership set until = clock_timestamp() where member = '" + inner + "'");
            }
        }
    }

    @Test
    void ofTheLastTwoWhoAreSuspendedAtTheSameTimeOneStays() throws SQLException {
        atOnce((editor, person) -> suspend(editor, person));
    }

    @Test
    void ofTheLastTwoWhoAreRemovedAtTheSameTimeOneStays() throws SQLException {
        atOnce((editor, person) -> Reception.as(editor).delete(PEOPLE + "/" + person));
    }

    @Test
    void ofTwoWhoSuspendEachOtherOneStays() throws SQLException {
        Person one = newcomers.inRole(Role.ADMINISTRATOR);
        Person other = newcomers.inRole(Role.ADMINISTRATOR);
        String ones = newcomers.credential(one);
        String others = newcomers.credential(other);
        Person second = secondEditor();
        try (FewAdministrators few = new FewAdministrators(roles, one.id(), other.id())) {
            List<UUID> changes = List.of(
                    Seconds.change(suspend(ones, other.id())), Seconds.change(suspend(others, one.id())));
            assertThat(confirmedAtOnce(changes, second)).isEqualTo(1);
        }
    }

    /** One's doing to somebody. */
    private interface Doing {
        Response to(String editor, UUID person);
    }

    private void atOnce(Doing doing) throws SQLException {
        String editor = editor();
        Person second = secondEditor();
        for (int round = 0; round < 3; round++) {
            List<UUID> two = List.of(
                    newcomers.inRole(Role.ADMINISTRATOR).id(),
                    newcomers.inRole(Role.ADMINISTRATOR).id());
            try (FewAdministrators few = new FewAdministrators(roles, two.toArray(UUID[]::new))) {
                List<UUID> changes = two.stream()
                        .map(person -> Seconds.change(doing.to(editor, person)))
                        .toList();
                assertThat(confirmedAtOnce(changes, second)).isEqualTo(1);
                Reception.as(editor).get(PEOPLE).then().body("administrators.active", equalTo(1));
            }
        }
    }

    private long confirmedAtOnce(List<UUID> changes, Person second) {
        return changes.stream()
                .map(change -> CompletableFuture.supplyAsync(() -> isConfirmed(change, second)))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
    }

    private boolean isConfirmed(UUID change, Person second) {
        try {
            seconds.confirm(change, second);
            return true;
        } catch (Problem e) {
            assertThat(e.code()).isIn("last-administrator", "author-gone");
            return false;
        }
    }

    /** Whoever confirms what an editor asks for; no administrator either. */
    private Person secondEditor() {
        Person person = newcomers.settled();
        rules.allow(person.id(), new Resource.Everything(), Verb.PEOPLE_EDIT);
        return person;
    }

    /** Somebody who may edit people, and is no administrator. */
    private String editor() {
        Person person = newcomers.settled();
        rules.allow(person.id(), new Resource.Everything(), Verb.PEOPLE_EDIT);
        return newcomers.credential(person);
    }

    private static Response suspend(String editor, UUID person) {
        return Reception.as(editor).post(PEOPLE + "/" + person + "/suspend");
    }
}
