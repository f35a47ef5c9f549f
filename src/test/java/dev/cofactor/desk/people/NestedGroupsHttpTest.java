// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups that stand in groups: what that gives, and that nothing stands in itself. */
@QuarkusTest
class NestedGroupsHttpTest {
    private final Reception reception;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final Gate gate;
    private final Catalogue catalogue;
    private final LogEntries entries;
    private final WholeLog log;

    NestedGroupsHttpTest(
            Reception reception,
            Newcomers newcomers,
            Rules rules,
            Shelf shelf,
            Gate gate,
            Catalogue catalogue,
            LogEntries entries,
            WholeLog log) {
        this.reception = reception;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.gate = gate;
        this.catalogue = catalogue;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoStandsInAGroupThatStandsInAnotherIsSeenInBoth() {
        String outer = group();
        String inner = group();
        String innermost = group();
        Person person = newcomers.settled();
        join(outer, inner).then().statusCode(204);
        join(inner, innermost).then().statusCode(204);
        join(innermost, person.id().toString()).then().statusCode(204);
        seen(outer)
                .then()
                .body("members.id", equalTo(List.of(inner)))
                .body("members[0].kind", equalTo("group"))
                .body("through.id", equalTo(List.of(person.id().toString())));
        join(outer, person.id().toString()).then().statusCode(204);
        seen(outer).then().body("members.id", hasSize(2)).body("through", hasSize(0));
        leave(outer, inner).then().statusCode(204);
        leave(outer, person.id().toString()).then().statusCode(204);
        seen(outer).then().body("members", hasSize(0)).body("through", hasSize(0));
        assertThat(entries.about(UUID.fromString(outer), "group-changed"))
                .extracting(entry -> entry.body().at("/details/parts/0").asText())
                .containsExactly("group", "joined", "joined", "left", "left");
    }

    @Test
    void noGroupStandsInItself() {
        String one = group();
        String two = group();
        String three = group();
        refused(join(one, one), "group-circle");
        join(one, two).then().statusCode(204);
        join(two, three).then().statusCode(204);
        refused(join(three, one), "group-circle");
        refused(join(two, one), "group-circle");
        leave(two, three).then().statusCode(204);
        join(three, one).then().statusCode(204);
    }

    @Test
    void ofTwoThatTogetherMakeACircleOneIsRefused() {
        for (int round = 0; round < 5; round++) {
            String one = group();
            String two = group();
            List<Integer> answers = Enrolling.atOnce(2, i -> i == 0 ? join(one, two) : join(two, one));
            assertThat(answers).containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void soManyStandInEachOtherAndNoMore() {
        List<String> chain = new ArrayList<>(List.of(group()));
        while (chain.size() < Groups.DEEPEST) {
            String next = group();
            join(chain.getLast(), next).then().statusCode(204);
            chain.add(next);
        }
        refused(join(chain.getLast(), group()), "groups-too-deep");
        refused(join(group(), chain.getFirst()), "groups-too-deep");
        String two = group();
        join(two, group()).then().statusCode(204);
        refused(join(chain.get(Groups.DEEPEST - 2), two), "groups-too-deep");
        join(chain.get(Groups.DEEPEST - 3), two).then().statusCode(204);
    }

    @Test
    void aRoleIsHeldByNoGroupAndEveryoneStandsInNone() {
        String group = group();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.POLICY_AUTHOR)) {
            refused(join(role.group().toString(), group), "group-built-in-takes-no-group");
        }
        refused(join(Groups.EVERYONE.toString(), group), "group-of-everyone");
        refused(join(group, Groups.EVERYONE.toString()), "group-of-everyone");
        join(group, Role.AUDITOR.group().toString()).then().statusCode(204);
    }

    @Test
    void whatAnOuterGroupGivesEndsWithTheMembershipOfTheInnerOneAlsoWhileItIsDecided() {
        Person person = newcomers.settled();
        String inner = group();
        String outer = group();
        join(outer, inner).then().statusCode(204);
        join(inner, person.id().toString()).then().statusCode(204);
        UUID secret = shelf.secret(shelf.folder(), "otp");
        rules.allowGroup(UUID.fromString(outer), secret, Verb.CODE_FETCH);
        Caller caller = newcomers.signedIn(person);
        gate.release(ask(caller, () -> look(caller, secret)));
        AtomicInteger rounds = new AtomicInteger();
        assertThatThrownBy(() -> gate.release(ask(caller, () -> {
                    if (rounds.getAndIncrement() == 0) {
                        leave(outer, inner).then().statusCode(204);
                    }
                    return look(caller, secret);
                })))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("not-found"));
        assertThat(rounds).hasValueGreaterThan(1);
        assertThat(entries.of(person.id(), "code-released")).hasSize(1);
    }

    private Ask ask(Caller caller, Supplier<Optional<Sight>> look) {
        return new Ask(caller, Verb.CODE_FETCH, EventClass.CODE_RELEASED, look);
    }

    private Optional<Sight> look(Caller caller, UUID secret) {
        return catalogue.find(secret).map(placed -> Sight.of(placed, caller));
    }

    private String group() {
        return reception.group(Shelf.fresh());
    }

    private Response seen(String group) {
        return reception.ask().get(GROUPS + "/" + group);
    }

    private Response join(String group, String member) {
        return reception.ask().put(GROUPS + "/" + group + "/members/" + member);
    }

    private Response leave(String group, String member) {
        return reception.ask().delete(GROUPS + "/" + group + "/members/" + member);
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }
}
