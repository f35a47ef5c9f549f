// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose yes still counts when it is used. */
class DecidersTest {
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID GROUP = UUID.randomUUID();
    private static final Subject HIMSELF = new Subject.Person(PERSON);
    private static final Resource EVERYTHING = new Resource.Everything();
    private static final Condition LONG_AGO =
            new Condition.Dates(null, LocalDate.of(2000, 1, 1), ZoneId.of("Europe/Berlin"));

    @Test
    void whoeverMayHimselfOrThroughAGroupIsOne() {
        assertThat(isOne(allow(HIMSELF))).isTrue();
        assertThat(isOne(allow(new Subject.Group(GROUP)))).isTrue();
        assertThat(isOne(allow(new Subject.Anyone()))).isTrue();
    }

    @Test
    void whoeverMayNothingOfTheKindIsNone() {
        assertThat(isOne()).isFalse();
        assertThat(isOne(allow(new Subject.Person(UUID.randomUUID())))).isFalse();
        assertThat(isOne(allow(new Subject.Group(UUID.randomUUID())))).isFalse();
        assertThat(isOne(policy(State.ACTIVE, Effect.ALLOW, Verb.POLICY_EDIT, HIMSELF, EVERYTHING)))
                .isFalse();
        Resource secret = new Resource.Secret(UUID.randomUUID());
        assertThat(isOne(policy(State.ACTIVE, Effect.ALLOW, Verb.APPROVAL_DECIDE, HIMSELF, secret)))
                .isFalse();
    }

    @Test
    void whatIsNotInForceNeitherGivesNorTakes() {
        assertThat(isOne(policy(State.DRAFT, Effect.ALLOW, Verb.APPROVAL_DECIDE, HIMSELF, EVERYTHING)))
                .isFalse();
        assertThat(isOne(policy(State.DISABLED, Effect.ALLOW, Verb.APPROVAL_DECIDE, HIMSELF, EVERYTHING)))
                .isFalse();
        assertThat(isOne(allow(HIMSELF), policy(State.DRAFT, Effect.DENY, Verb.APPROVAL_DECIDE, HIMSELF, EVERYTHING)))
                .isTrue();
    }

    @Test
    void whoeverIsBarredWhateverTheHourIsNone() {
        assertThat(isOne(allow(HIMSELF), deny(new Subject.Group(GROUP)))).isFalse();
    }

    /** Said in office hours, used at night. */
    @Test
    void hoursAndPlacesWereAskedWhenHeSaidIt() {
        assertThat(isOne(allow(HIMSELF, LONG_AGO))).isTrue();
        assertThat(isOne(allow(HIMSELF), deny(HIMSELF, LONG_AGO))).isTrue();
    }

    private static boolean isOne(Policy... policies) {
        return Deciders.isOne(Edition.of(1, new PolicySet(List.of(policies))), PERSON, Set.of(GROUP));
    }

    private static Policy allow(Subject to, Condition... when) {
        return policy(State.ACTIVE, Effect.ALLOW, Verb.APPROVAL_DECIDE, to, EVERYTHING, when);
    }

    private static Policy deny(Subject to, Condition... when) {
        return policy(State.ACTIVE, Effect.DENY, Verb.APPROVAL_DECIDE, to, EVERYTHING, when);
    }

    private static Policy policy(State state, Effect effect, Verb verb, Subject to, Resource on, Condition... when) {
        return new Policy(
                UUID.randomUUID(),
                "A test's",
                state,
                effect,
                Set.of(verb),
                Set.of(to),
                Set.of(on),
                new Clauses(Set.of(when), Set.of(), Set.of(), Set.of()));
    }
}
