// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ground.identity.AddressRange;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who counts when a save asks whether anybody could still edit policies. */
@QuarkusTest
class EditorsTest {
    private final Editors editors;
    private final Newcomers newcomers;

    EditorsTest(Editors editors, Newcomers newcomers) {
        this.editors = editors;
        this.newcomers = newcomers;
    }

    @Test
    void anActivePersonIsEnoughDirectlyOrThroughGroups() {
        Person person = newcomers.settled();
        UUID group = newcomers.group(newcomers.group(person.id()));
        assertThat(remain(allow(new Subject.Person(person.id())))).isTrue();
        assertThat(remain(allow(new Subject.Group(group)))).isTrue();
        assertThat(remain(allow(new Subject.Anyone()))).isTrue();
    }

    @Test
    void whoIsSuspendedDoesNotCount() {
        Person person = newcomers.settled();
        Caller caller = newcomers.signedIn(person);
        UUID group = newcomers.group(person.id());
        newcomers.suspend(caller);
        assertThat(remain(allow(new Subject.Person(person.id())))).isFalse();
        assertThat(remain(allow(new Subject.Group(group)))).isFalse();
    }

    @Test
    void machinesDoNotCount() {
        Caller machine = newcomers.machine();
        assertThat(remain(allow(new Subject.Service(machine.actor().id())))).isFalse();
        assertThat(remain(allow(new Subject.Token(machine.token().orElseThrow()))))
                .isFalse();
    }

    @Test
    void whoIsDeniedDoesNotCount() {
        Person person = newcomers.settled();
        UUID group = newcomers.group(person.id());
        Policy deny = policy(Effect.DENY, Verb.POLICY_EDIT, new Resource.Everything(), new Subject.Group(group));
        assertThat(remain(allow(new Subject.Person(person.id())), deny)).isFalse();
    }

    @Test
    void anAllowOfSomethingElseOrSomewhereElseDoesNotCount() {
        Subject person = new Subject.Person(newcomers.settled().id());
        assertThat(remain(policy(Effect.ALLOW, Verb.PEOPLE_EDIT, new Resource.Everything(), person)))
                .isFalse();
        assertThat(remain(policy(Effect.ALLOW, Verb.POLICY_EDIT, new Resource.Folder(UUID.randomUUID()), person)))
                .isFalse();
        assertThat(remain()).isFalse();
    }

    @Test
    void whoMayOnlySometimesOrFromSomewhereDoesNotCount() {
        Subject person = new Subject.Person(newcomers.settled().id());
        for (Condition condition : List.of(
                new Condition.Network(Set.of(AddressRange.of("0.0.0.0/0"))),
                new Condition.Dates(null, LocalDate.of(2199, 1, 1), ZoneOffset.UTC),
                new Condition.Hours(EnumSet.allOf(DayOfWeek.class), 0, 1439, ZoneOffset.UTC))) {
            assertThat(remain(asking(Effect.ALLOW, person, Set.of(condition), Set.of())))
                    .isFalse();
            assertThat(remain(
                            allow(person), asking(Effect.DENY, person, Set.of(new Condition.Not(condition)), Set.of())))
                    .isFalse();
        }
    }

    @Test
    void whoHasOnlyToProveWhoHeIsCounts() {
        UUID id = newcomers.settled().id();
        Subject person = new Subject.Person(id);
        Need stepUp = new Need.StepUp(Duration.ofMinutes(5), Set.of());
        assertThat(remain(asking(Effect.ALLOW, person, Set.of(), Set.of(stepUp))))
                .isTrue();
        assertThat(remain(allow(person), asking(Effect.REQUIRE, person, Set.of(), Set.of(stepUp))))
                .isTrue();
    }

    @Test
    void whatIsNotActiveGivesAndTakesNothing() {
        Subject person = new Subject.Person(newcomers.settled().id());
        assertThat(remain(in(State.DRAFT, allow(person)))).isFalse();
        assertThat(remain(in(State.DISABLED, allow(person)))).isFalse();
        Policy deny = policy(Effect.DENY, Verb.POLICY_EDIT, new Resource.Everything(), person);
        assertThat(remain(allow(person), in(State.DRAFT, deny))).isTrue();
    }

    private static Policy in(State state, Policy policy) {
        return new Policy(
                policy.id(),
                policy.name(),
                state,
                policy.effect(),
                policy.actions(),
                policy.to(),
                policy.on(),
                policy.clauses());
    }

    private static Policy asking(Effect effect, Subject who, Set<Condition> when, Set<Need> needs) {
        Policy plain = policy(Effect.ALLOW, Verb.POLICY_EDIT, new Resource.Everything(), who);
        return new Policy(
                plain.id(),
                plain.name(),
                State.ACTIVE,
                effect,
                plain.actions(),
                plain.to(),
                plain.on(),
                new Clauses(when, needs, Set.of(), Set.of()));
    }

    private boolean remain(Policy... policies) {
        return editors.remain(new PolicySet(Arrays.asList(policies)));
    }

    private static Policy allow(Subject who) {
        return policy(Effect.ALLOW, Verb.POLICY_EDIT, new Resource.Everything(), who);
    }

    private static Policy policy(Effect effect, Verb verb, Resource on, Subject who) {
        return new Policy(UUID.randomUUID(), "A test's", effect, Set.of(verb), Set.of(who), Set.of(on));
    }
}
