// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
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
