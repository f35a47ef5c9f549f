// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Decision.Challenge;
import dev.cofactor.engine.policy.Decision.Deny;
import dev.cofactor.engine.policy.Policy.Effect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Bugs that were planted once in a prototype, and that an engine like this one is likely to get. Each decides by the real
 * engine, over policies that it has read wrongly first or with an answer that it spoils afterwards, so that it differs from the
 * engine in that one thing.
 */
enum Mutant implements Decider {
    A_DENY_IS_OFF_WHERE_NOBODY_KNOWS {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            return misread(policies, question, policy -> isUnknown(policy, Effect.DENY, question) ? off(policy) : policy);
        }
    },

    A_REQUIREMENT_IS_OFF_WHERE_NOBODY_KNOWS {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            return misread(
                    policies, question, policy -> isUnknown(policy, Effect.REQUIRE, question) ? off(policy) : policy);
        }
    },

    AN_ALLOW_IS_ON_WHERE_NOBODY_KNOWS {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            return misread(
                    policies,
                    question,
                    policy -> isUnknown(policy, Effect.ALLOW, question) ? Altered.only(policy, Set.of()) : policy);
        }
    },

    NEEDS_OF_ALL_ALLOWS_ARE_SUMMED_UP {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            Set<Need> all = ENGINE.decide(policies, question).trace().allowing().stream()
                    .flatMap(policy -> policy.clauses().needs().stream())
                    .limit(16)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return misread(policies, question, policy -> policy.effect() == Effect.ALLOW ? needing(policy, all) : policy);
        }
    },

    THE_FIRST_THAT_MEANS_HIM_DECIDES {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            for (Policy policy : policies) {
                Decision alone = ENGINE.decide(List.of(policy), question);
                if (!alone.trace().applied().isEmpty() && policy.effect() != Effect.REQUIRE) {
                    return alone;
                }
            }
            return ENGINE.decide(policies, question);
        }
    },

    REQUIREMENTS_ARE_IGNORED {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            return misread(policies, question, policy -> policy.effect() == Effect.REQUIRE ? off(policy) : policy);
        }
    },

    A_SINGLE_DENY_IS_IGNORED {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            List<Policy> denying = ENGINE.decide(policies, question).trace().denying();
            return misread(
                    policies, question, policy -> denying.equals(List.of(policy)) ? off(policy) : policy);
        }
    },

    A_CHALLENGE_LEAVES_OUT_WHAT_IS_REQUIRED {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            Decision real = ENGINE.decide(policies, question);
            Decision less = REQUIREMENTS_ARE_IGNORED.decide(policies, question);
            return real instanceof Challenge && less instanceof Challenge challenge
                    ? new Challenge(challenge.ways(), real.trace())
                    : real;
        }
    },

    HOURS_LAST_A_MINUTE_TOO_LONG {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            return misread(policies, question, policy -> Altered.only(policy, longer(policy.clauses().when())));
        }
    },

    WHAT_IS_NO_LONGER_OR_NOT_YET_DECIDES {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            return misread(policies, question, policy -> Altered.state(policy, Policy.State.ACTIVE));
        }
    },

    AN_AGENT_NEEDS_ITS_OWN_RIGHTS_ALONE {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            Decision real = ENGINE.decide(policies, question);
            return question.asker() instanceof Question.Asker.Agent agent
                            && real instanceof Deny deny
                            && deny.cause() == Decision.Cause.NOTHING_ALLOWS
                            && !real.trace().allowing(agent).isEmpty()
                    ? new Challenge(List.of(Broken.way(real)), real.trace())
                    : real;
        }
    },

    WHAT_WAS_GRANTED_FOR_ANOTHER_CLAUSE_COUNTS {
        @Override
        public Decision decide(List<Policy> policies, Question question) {
            Decision real = ENGINE.decide(policies, question);
            return real instanceof Challenge challenge
                            && !question.circumstances().steps().held().isEmpty()
                            && !challenge.ways().get(0).approvals().isEmpty()
                    ? ENGINE.decide(policies, Taken.all(question, challenge.ways().get(0)))
                    : real;
        }
    };

    private static Decision misread(List<Policy> policies, Question question, UnaryOperator<Policy> wrongly) {
        return Broken.restored(ENGINE.decide(policies.stream().map(wrongly).toList(), question), policies);
    }

    private static boolean isUnknown(Policy policy, Effect effect, Question question) {
        return policy.effect() == effect
                && Reference.sides(question).stream()
                        .allMatch(side -> new ReferenceFacts(question.circumstances(), side.credential())
                                .allOf(policy.clauses().when())
                                .isEmpty());
    }

    private static Policy off(Policy policy) {
        return Altered.state(policy, Policy.State.DISABLED);
    }

    private static Policy needing(Policy policy, Set<Need> needs) {
        Clauses had = policy.clauses();
        return Altered.clauses(policy, new Clauses(had.when(), needs, had.limits(), had.then()));
    }

    private static Set<Condition> longer(Set<Condition> when) {
        return when.stream().map(Mutant::longer).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Condition longer(Condition condition) {
        return switch (Objects.requireNonNull(condition)) {
            case Condition.Hours h when h.until() < Condition.Hours.DAY && h.until() + 1 != h.from() ->
                new Condition.Hours(h.days(), h.from(), h.until() + 1, h.zone());
            case Condition.Not not -> new Condition.Not(longer(not.of()));
            case Condition other -> other;
        };
    }
}
