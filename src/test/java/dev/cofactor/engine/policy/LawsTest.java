// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Decision.Allow;
import dev.cofactor.engine.policy.Decision.Cause;
import dev.cofactor.engine.policy.Decision.Challenge;
import dev.cofactor.engine.policy.Decision.Deny;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Reference.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for all policies and all questions; here, for ten thousand random sets of them. */
class LawsTest {
    private static final int SETS = 10_000;
    private static final UUID ONE_MORE = Dice.id(0, 1_000);

    private static final Question OF_NO_POLICY = new Dice(0, 3).question();

    @Test
    void theEngineAgreesWithTheNaiveReading() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        overRandomSets((dice, set) -> {
            Edition edition = Edition.of(1, set);
            for (int i = 0; i < 5; i++) {
                Question question = dice.question();
                Verdict verdict = Reference.judge(set.policies(), question);
                assertThat(verdict(edition.decide(question))).isEqualTo(verdict);
                seen.merge(verdict, 1, Integer::sum);
            }
        });
        assertThat(seen)
                .as("no verdict is rare, or agreeing on it says little")
                .allSatisfy((verdict, times) -> assertThat(times).isGreaterThan(SETS / 5));
    }

    /** L1. */
    @Test
    void orderSaysNothing() {
        overRandomSets((dice, set) -> {
            List<Policy> shuffled = new ArrayList<>(set.policies());
            Collections.shuffle(shuffled, new Random(dice.upTo(1_000)));
            Question question = dice.question();
            Edition edition = Edition.of(1, new PolicySet(shuffled));
            assertThat(edition.hash()).isEqualTo(Edition.of(1, set).hash());
            assertThat(edition.decide(question)).isEqualTo(Edition.of(1, set).decide(question));
        });
    }

    /** L1. */
    @Test
    void aPolicySaidTwiceSaysNothingMore() {
        overRandomSets((dice, set) -> {
            if (set.policies().isEmpty()) {
                return;
            }
            Policy said = dice.one(set.policies());
            PolicySet again =
                    with(set, new Policy(ONE_MORE, said.name(), said.effect(), said.actions(), said.to(), said.on()));
            Question question = dice.question();
            assertThat(verdict(Edition.of(1, again).decide(question)))
                    .isEqualTo(verdict(Edition.of(1, set).decide(question)));
        });
    }

    /** L2. */
    @Test
    void oneMoreAllowNeverTakesAway() {
        overRandomSets((dice, set) -> {
            PolicySet more = with(set, dice.policy(ONE_MORE, Effect.ALLOW));
            Question question = dice.question();
            assertThat(rank(Edition.of(1, more).decide(question)))
                    .isGreaterThanOrEqualTo(rank(Edition.of(1, set).decide(question)));
        });
    }

    /** L3, and L7: where the deny is among those that applied, the answer is deny. */
    @Test
    void oneMoreDenyNeverGives() {
        overRandomSets((dice, set) -> {
            Policy deny = dice.policy(ONE_MORE, Effect.DENY);
            Question question = dice.question();
            Decision after = Edition.of(1, with(set, deny)).decide(question);
            assertThat(rank(after)).isLessThanOrEqualTo(rank(Edition.of(1, set).decide(question)));
            if (Reference.judge(List.of(deny), question) == Verdict.DENIED) {
                assertThat(after).isInstanceOf(Deny.class);
                assertThat(after.trace().denying()).contains(deny);
            }
        });
    }

    @Test
    void noPolicyAtAllAllowsNothing() {
        Decision decision = Edition.of(1, new PolicySet(List.of())).decide(OF_NO_POLICY);
        assertThat(decision).isEqualTo(new Deny(Cause.NOTHING_ALLOWS, new Decision.Trace(1, List.of(), List.of())));
    }

    @Test
    void anAgentIsNeverMoreThanThePersonItActsFor() {
        overRandomSets((dice, set) -> {
            Question question = dice.question();
            if (question.asker() instanceof Asker.Agent agent) {
                Question person =
                        new Question(agent.actsFor(), question.verb(), question.target(), question.circumstances());
                Edition edition = Edition.of(1, set);
                assertThat(rank(edition.decide(question))).isLessThanOrEqualTo(rank(edition.decide(person)));
            }
        });
    }

    @Test
    void anAgentNeverDoesWhatIsNotForAgents() {
        overRandomSets((dice, set) -> {
            Question question = dice.question();
            if (question.asker() instanceof Asker.Agent && !question.verb().isForAgents()) {
                PolicySet all = with(
                        set,
                        new Policy(
                                ONE_MORE,
                                "all",
                                Effect.ALLOW,
                                Set.of(Verb.values()),
                                Set.of(new Subject.Anyone()),
                                Set.of(new Resource.Everything(), new Resource.OwnPersonalFolder())));
                assertThat(Edition.of(1, all).decide(question)).isInstanceOf(Deny.class);
            }
        });
    }

    @Test
    void theTraceNamesEveryPolicyThatAppliedAndNoOther() {
        overRandomSets((dice, set) -> {
            Question question = dice.question();
            Decision.Trace trace = Edition.of(1, set).decide(question).trace();
            List<Policy> denying = set.policies().stream()
                    .filter(policy -> Reference.judge(List.of(policy), question) == Verdict.DENIED)
                    .toList();
            assertThat(trace.denying()).containsExactlyInAnyOrderElementsOf(denying);
            assertThat(trace.applied()).allSatisfy(applied -> {
                assertThat(applied.policy().actions()).contains(question.verb());
                assertThat(applied.policy().to()).contains(applied.to());
                assertThat(applied.policy().on()).contains(applied.on());
            });
        });
    }

    private static void overRandomSets(BiConsumer<Dice, PolicySet> law) {
        for (int seed = 0; seed < SETS; seed++) {
            Dice dice = new Dice(seed, 3);
            law.accept(dice, dice.policies(12));
        }
    }

    private static PolicySet with(PolicySet set, Policy oneMore) {
        List<Policy> policies = new ArrayList<>(set.policies());
        policies.add(oneMore);
        return new PolicySet(policies);
    }

    private static Verdict verdict(Decision decision) {
        return switch (decision) {
            case Allow allow -> Verdict.ALLOWED;
            case Challenge challenge -> throw new AssertionError("nothing to challenge with");
            case Deny deny ->
                switch (deny.cause()) {
                    case A_POLICY_DENIES -> Verdict.DENIED;
                    case NOTHING_ALLOWS, NOT_FOR_AGENTS, CANNOT_BE_MET -> Verdict.NOT_ALLOWED;
                };
        };
    }

    private static int rank(Decision decision) {
        return switch (decision) {
            case Deny deny -> 0;
            case Challenge challenge -> 1;
            case Allow allow -> 2;
        };
    }
}
