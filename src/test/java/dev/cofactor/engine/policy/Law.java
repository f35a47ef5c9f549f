// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Decision.Allow;
import dev.cofactor.engine.policy.Decision.Deny;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What holds for all policies and all questions. The numbers are those of the design. */
enum Law {
    AGREES_WITH_THE_NAIVE_READING {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            Agreement.holds(engine, policies, question);
        }
    },

    L1_ORDER_SAYS_NOTHING {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            List<Policy> shuffled = new ArrayList<>(policies);
            Collections.shuffle(shuffled, dice.random);
            assertThat(engine.decide(shuffled, question)).isEqualTo(engine.decide(policies, question));
        }
    },

    L1_SAID_TWICE_SAYS_NOTHING_MORE {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            if (!policies.isEmpty()) {
                Policy said = dice.one(policies);
                List<Policy> again = with(
                        policies,
                        new Policy(
                                ONE_MORE,
                                said.name(),
                                said.state(),
                                said.effect(),
                                said.actions(),
                                said.to(),
                                said.on(),
                                said.clauses()));
                assertThat(Agreement.verdict(engine.decide(again, question)))
                        .isEqualTo(Agreement.verdict(engine.decide(policies, question)));
            }
        }
    },

    L2_ONE_MORE_ALLOW_NEVER_TAKES_AWAY {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            assertThat(engine.rank(with(policies, dice.policy(ONE_MORE, Effect.ALLOW)), question))
                    .isGreaterThanOrEqualTo(engine.rank(policies, question));
        }
    },

    L3_ONE_MORE_DENY_OR_REQUIRE_NEVER_GIVES {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            int before = engine.rank(policies, question);
            assertThat(engine.rank(with(policies, dice.policy(ONE_MORE, Effect.DENY)), question))
                    .isLessThanOrEqualTo(before);
            assertThat(engine.rank(with(policies, dice.policy(ONE_MORE, Effect.REQUIRE)), question))
                    .isLessThanOrEqualTo(before);
        }
    },

    L4_WHAT_NOBODY_KNOWS_NEVER_RAISES {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            Circumstances known = question.circumstances();
            int before = engine.rank(policies, question);
            for (Circumstances less : List.of(
                    new Circumstances(null, known.address(), known.steps()),
                    new Circumstances(known.time(), null, known.steps()),
                    new Circumstances(null, null, known.steps()))) {
                assertThat(engine.rank(policies, Taken.in(question, less))).isLessThanOrEqualTo(before);
            }
        }
    },

    L5_TAKING_AN_OFFERED_STEP_NEVER_LOWERS {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            Decision before = engine.decide(policies, question);
            for (Way way : Decider.ways(before)) {
                for (Need step : way.missing()) {
                    assertThat(engine.rank(policies, Taken.step(question, way, step)))
                            .isGreaterThanOrEqualTo(Decider.rank(before));
                }
            }
        }
    },

    L6_ALL_STEPS_OF_ONE_WAY_ARE_ENOUGH {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            for (Way way : Decider.ways(engine.decide(policies, question))) {
                if (question.circumstances().time() != null) {
                    assertThat(engine.decide(policies, Taken.all(question, way)))
                            .isInstanceOf(Allow.class);
                }
            }
        }
    },

    L7_A_DENY_THAT_MEANS_HIM_DENIES {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            Policy deny = dice.policy(ONE_MORE, Effect.DENY);
            if (Reference.judge(List.of(deny), question) == Reference.Verdict.DENIED) {
                Decision after = engine.decide(with(policies, deny), question);
                assertThat(after).isInstanceOf(Deny.class);
                assertThat(after.trace().denying()).contains(deny);
            }
        }
    },

    L8_AN_ALLOW_HAS_MET_ALL_THAT_IS_REQUIRED {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            if (engine.decide(policies, question) instanceof Allow allow
                    && question.verb().isRecorded()) {
                ReferenceWays met = new ReferenceWays(
                        question, Reference.told(policies, question).on());
                met.on().stream()
                        .map(Reference.Hit::policy)
                        .filter(one -> one.effect() == Effect.REQUIRE)
                        .forEach(required -> allow.ways().forEach(way -> {
                            assertThat(required.clauses().needs())
                                    .allMatch(need -> met.isMet(need, Taken.held(question, way)));
                            assertThat(way.duties())
                                    .containsAll(required.clauses().then());
                            assertThat(way.approvals())
                                    .containsAll(Way.kind(
                                            List.copyOf(required.clauses().needs()), Need.Approval.class));
                        }));
            }
        }
    },

    A_CONDITION_NEVER_WIDENS_AN_ALLOW {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            for (Policy policy : policies) {
                if (policy.effect() == Effect.ALLOW) {
                    List<Policy> narrower = new ArrayList<>(policies);
                    narrower.set(
                            policies.indexOf(policy),
                            Altered.when(policy, dice.clauses().condition()));
                    assertThat(engine.rank(narrower, question)).isLessThanOrEqualTo(engine.rank(policies, question));
                }
            }
        }
    },

    /** With nothing granted: what was granted to an agent was not granted to the person. */
    AN_AGENT_IS_NEVER_MORE_THAN_EITHER_SIDE {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question given) {
            if (given.asker() instanceof Question.Asker.Agent agent) {
                Question question = Taken.ungranted(given);
                int rank = engine.rank(policies, question);
                assertThat(rank).isLessThanOrEqualTo(engine.rank(policies, Taken.by(question, agent.actsFor())));
                assertThat(rank)
                        .isLessThanOrEqualTo(engine.rank(
                                with(policies, Altered.everythingFor(ONE_MORE, Taken.ALMIGHTY)),
                                Taken.by(question, Taken.forAlmighty(agent))));
            }
        }
    },

    AN_AGENT_NEVER_DOES_WHAT_IS_NOT_FOR_AGENTS {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            if (question.asker() instanceof Question.Asker.Agent
                    && !question.verb().isForAgents()) {
                List<Policy> all = with(policies, Altered.everythingFor(ONE_MORE, new Subject.Anyone()));
                assertThat(engine.decide(all, question)).isInstanceOf(Deny.class);
            }
        }
    },

    A_PERSONAL_FOLDER_IS_ITS_OWNER_S_ALONE {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            Question anothers = Taken.at(question, Place.ANOTHERS_PERSONAL_FOLDER);
            assertThat(engine.decide(with(policies, Altered.everythingFor(ONE_MORE, new Subject.Anyone())), anothers))
                    .isInstanceOf(Deny.class);
            List<Policy> naming = policies.stream()
                    .filter(one -> one.effect() != Effect.ALLOW || one.on().contains(new Resource.OwnPersonalFolder()))
                    .toList();
            Question own = Taken.at(question, Place.OWN_PERSONAL_FOLDER);
            assertThat(engine.decide(policies, own)).isEqualTo(engine.decide(naming, own));
        }
    },

    ONLY_WHAT_IS_ACTIVE_DECIDES {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            List<Policy> active = policies.stream()
                    .filter(one -> one.state() == Policy.State.ACTIVE)
                    .toList();
            assertThat(engine.decide(policies, question)).isEqualTo(engine.decide(active, question));
        }
    },

    WHAT_LEAVES_NO_RECORD_ASKS_FOR_NOTHING {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            if (!question.verb().isRecorded()) {
                Decision decision = engine.decide(policies, question);
                assertThat(Decider.rank(decision)).isNotEqualTo(1);
                assertThat(Decider.ways(decision))
                        .allMatch(way -> way.needs().isEmpty()
                                && way.charges().isEmpty()
                                && way.duties().isEmpty());
            }
        }
    },

    THE_CHEAPEST_WAY_COMES_FIRST {
        @Override
        void holds(Decider engine, Dice dice, List<Policy> policies, Question question) {
            List<Integer> costs = Decider.ways(engine.decide(policies, question)).stream()
                    .map(Taken::cost)
                    .toList();
            assertThat(costs).isSorted();
        }
    };

    static final UUID ONE_MORE = Dice.id(0, 1_000);

    abstract void holds(Decider engine, Dice dice, List<Policy> policies, Question question);

    private static List<Policy> with(List<Policy> policies, Policy oneMore) {
        List<Policy> all = new ArrayList<>(policies);
        all.add(oneMore);
        return all;
    }
}
