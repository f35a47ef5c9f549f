// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Decision.Allow;
import dev.cofactor.engine.policy.Decision.Applied;
import dev.cofactor.engine.policy.Decision.Cause;
import dev.cofactor.engine.policy.Decision.Deny;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EditionTest {
    private static final UUID ON_CALL = Dice.id(4, 1);
    private static final UUID CONTRACTORS = Dice.id(4, 2);
    private static final UUID ANA = Dice.id(1, 1);
    private static final UUID HELPER = Dice.id(3, 1);
    private static final UUID AWS = Dice.id(8, 1);
    private static final UUID BELOW_AWS = Dice.id(8, 2);
    private static final UUID ROOT_LOGIN = Dice.id(7, 1);
    private static final UUID FORGE = Dice.id(6, 1);
    private static final Subject.Claim RELEASE = new Subject.Claim(FORGE, "ref", "release");

    private static final Policy ON_CALL_FETCHES =
            policy(1, Effect.ALLOW, new Subject.Group(ON_CALL), new Resource.Folder(AWS));
    private static final Policy NO_CONTRACTORS =
            policy(2, Effect.DENY, new Subject.Group(CONTRACTORS), new Resource.Everything());

    /** Nothing is asked, counted or told. */
    private static final Way WITHOUT_MORE = new Way(
            List.of(ON_CALL_FETCHES), List.of(), List.of(), Set.of(), List.of(), Optional.empty(), Optional.empty());

    private static final Asker.Person ON_CALL_ANA = person(ON_CALL);

    @Test
    void anAllowOnAFolderReachesWhatLiesBelow() {
        assertThat(decide(ON_CALL_ANA, Place.SHARED, ON_CALL_FETCHES))
                .isEqualTo(new Allow(
                        List.of(WITHOUT_MORE),
                        new Decision.Trace(
                                9,
                                List.of(new Applied(
                                        ON_CALL_FETCHES,
                                        new Subject.Person(ANA),
                                        new Subject.Group(ON_CALL),
                                        new Resource.Folder(AWS))),
                                List.of())));
    }

    @Test
    void aDenyWinsAndBothAreNamed() {
        Decision decision = decide(person(ON_CALL, CONTRACTORS), Place.SHARED, ON_CALL_FETCHES, NO_CONTRACTORS);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Deny.class, deny -> assertThat(deny.cause()).isEqualTo(Cause.A_POLICY_DENIES));
        assertThat(decision.trace().denying()).containsExactly(NO_CONTRACTORS);
        assertThat(decision.trace().allowing()).containsExactly(ON_CALL_FETCHES);
    }

    @Test
    void aClaimCountsOnlyFromItsIssuer() {
        Policy releases = policy(3, Effect.ALLOW, RELEASE, new Resource.Folder(AWS));
        Subject.Claim elsewhere = new Subject.Claim(Dice.id(6, 2), "ref", "release");
        assertThat(decide(workload(RELEASE), Place.SHARED, releases)).isInstanceOf(Allow.class);
        assertThat(decide(workload(elsewhere), Place.SHARED, releases)).isInstanceOf(Deny.class);
    }

    @Test
    void aPersonAndAServiceOfOneIdAreTwo() {
        Policy ana = policy(4, Effect.ALLOW, new Subject.Person(ANA), new Resource.Everything());
        Asker machine = new Asker.Service(ANA, Set.of(), Credential.plain());
        assertThat(decide(ON_CALL_ANA, Place.SHARED, ana)).isInstanceOf(Allow.class);
        assertThat(decide(machine, Place.SHARED, ana)).isInstanceOf(Deny.class);
    }

    @Nested
    class InAPersonalFolder {
        private static final Policy OWN =
                policy(5, Effect.ALLOW, new Subject.Anyone(), new Resource.OwnPersonalFolder());
        private static final Policy ALL = policy(6, Effect.ALLOW, new Subject.Anyone(), new Resource.Everything());
        private static final Policy THIS =
                policy(7, Effect.ALLOW, new Subject.Anyone(), new Resource.Secret(ROOT_LOGIN));

        @Test
        void theOwnerIsAllowedAsSuchAndInNoOtherWay() {
            assertThat(decide(ON_CALL_ANA, Place.OWN_PERSONAL_FOLDER, OWN)).isInstanceOf(Allow.class);
            assertThat(decide(ON_CALL_ANA, Place.OWN_PERSONAL_FOLDER, ALL, THIS, ON_CALL_FETCHES))
                    .isInstanceOf(Deny.class);
        }

        @Test
        void nobodyElseIsAllowedByAnything() {
            assertThat(decide(ON_CALL_ANA, Place.ANOTHERS_PERSONAL_FOLDER, OWN, ALL, THIS, ON_CALL_FETCHES))
                    .isInstanceOf(Deny.class);
        }

        @Test
        void aDenyReachesTheOwnerToo() {
            assertThat(decide(person(CONTRACTORS), Place.OWN_PERSONAL_FOLDER, OWN, NO_CONTRACTORS))
                    .isInstanceOf(Deny.class);
        }

        @Test
        void whatIsSharedIsNotOneS() {
            assertThat(decide(ON_CALL_ANA, Place.SHARED, OWN)).isInstanceOf(Deny.class);
        }
    }

    @Nested
    class AsAnAgent {
        private static final Policy AGENT =
                policy(8, Effect.ALLOW, new Subject.Agent(HELPER), new Resource.Folder(AWS));

        @Test
        void bothMustBeAllowed() {
            assertThat(decide(agentOf(ON_CALL_ANA), Place.SHARED, AGENT, ON_CALL_FETCHES))
                    .isInstanceOf(Allow.class);
            assertThat(decide(agentOf(ON_CALL_ANA), Place.SHARED, ON_CALL_FETCHES))
                    .isInstanceOf(Deny.class);
            assertThat(decide(agentOf(person()), Place.SHARED, AGENT, ON_CALL_FETCHES))
                    .isInstanceOf(Deny.class);
        }

        @Test
        void aDenyOfThePersonIsOneOfTheAgent() {
            assertThat(decide(
                            agentOf(person(ON_CALL, CONTRACTORS)),
                            Place.SHARED,
                            AGENT,
                            ON_CALL_FETCHES,
                            NO_CONTRACTORS))
                    .isInstanceOfSatisfying(
                            Deny.class,
                            deny -> assertThat(deny.trace().denying()).containsExactly(NO_CONTRACTORS));
        }
    }

    private static Decision decide(Asker asker, Place place, Policy... policies) {
        Target target = new Target(ROOT_LOGIN, Set.of(BELOW_AWS, AWS), Set.of(), null, place);
        Circumstances now = new Circumstances(Instant.EPOCH, null);
        return Edition.of(9, new PolicySet(List.of(policies)))
                .decide(new Question(asker, Verb.CODE_FETCH, target, now));
    }

    private static Asker.Person person(UUID... groups) {
        return new Asker.Person(ANA, Set.of(groups), Credential.plain());
    }

    private static Asker workload(Subject.Claim claim) {
        return new Asker.Service(Dice.id(2, 1), Set.of(), Credential.vouchedFor(Set.of(claim)));
    }

    private static Asker agentOf(Asker.Person person) {
        return new Asker.Agent(HELPER, Set.of(), Credential.plain(), person);
    }

    private static Policy policy(int number, Effect effect, Subject to, Resource on) {
        return new Policy(Dice.id(0, number), "p" + number, effect, Set.of(Verb.CODE_FETCH), Set.of(to), Set.of(on));
    }
}
