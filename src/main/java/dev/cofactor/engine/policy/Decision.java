// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.util.Comparator.comparing;

import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The answer, with all that led to it. The trace names policies, so it is for the log and for those who may see the
 * rules; whoever asked hears only which of the three it is and what is missing.
 */
public sealed interface Decision {
    Trace trace();

    record Allow(Trace trace) implements Decision {}

    /**
     * Allowed once something is done that can be done.
     *
     * @param ways any one of them is enough; the cheapest first, never empty
     */
    record Challenge(List<Way> ways, Trace trace) implements Decision {
        public Challenge {
            if (ways.isEmpty()) {
                throw new IllegalArgumentException("a challenge that cannot be met is a deny");
            }
            ways = List.copyOf(ways);
        }
    }

    record Deny(Cause cause, Trace trace) implements Decision {}

    /** All of it is needed. */
    record Way(Policy through, Set<Missing> missing) {
        public Way {
            missing = Set.copyOf(missing);
        }
    }

    /** A step that the asker, or somebody for him, can take. */
    enum Missing {
        STEP_UP,
        REASON,
        APPROVAL
    }

    enum Cause {
        /** A policy says never. */
        A_POLICY_DENIES,
        /** No policy says yes; of an agent, not to both itself and the person it acts for. */
        NOTHING_ALLOWS,
        /** It is nothing that an agent may ever do. */
        NOT_FOR_AGENTS
    }

    /** Which policies applied in which edition. Empty where none did. */
    record Trace(long edition, List<Applied> applied) {
        public Trace {
            applied = applied.stream().sorted(Applied.ORDER).toList();
        }

        public List<Policy> denying() {
            return policies(Effect.DENY);
        }

        public List<Policy> allowing() {
            return policies(Effect.ALLOW);
        }

        boolean allows(Asker side) {
            Subject whom = side.self();
            return applied.stream()
                    .anyMatch(
                            a -> a.policy().effect() == Effect.ALLOW && a.whom().equals(whom));
        }

        boolean denies() {
            return applied.stream().anyMatch(a -> a.policy().effect() == Effect.DENY);
        }

        private List<Policy> policies(Effect effect) {
            return applied.stream()
                    .map(Applied::policy)
                    .filter(policy -> policy.effect() == effect)
                    .distinct()
                    .toList();
        }
    }

    /**
     * A policy that applied, and why it did.
     *
     * @param whom the asker, or the person an agent acts for
     * @param to the subject by which the policy meant him
     * @param on the resource by which it meant the target
     */
    record Applied(Policy policy, Subject whom, Subject to, Resource on) {
        private static final Comparator<Applied> ORDER = comparing((Applied a) -> a.policy.id())
                .thenComparing(a -> a.whom.toString())
                .thenComparing(a -> a.to.toString())
                .thenComparing(a -> a.on.toString());
    }
}
