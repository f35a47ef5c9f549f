// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.util.Comparator.comparing;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The answer, with all that led to it. The trace names policies, so it is for the log and for those who may see the
 * rules; whoever asked hears only which of the three it is and what is missing.
 */
public sealed interface Decision {
    Trace trace();

    /**
     * Allowed, in any of these ways, the cheapest first. More than one, because a limit may be reached or a grant used up
     * when it is recorded.
     */
    record Allow(List<Way> ways, Trace trace) implements Decision {
        public Allow {
            if (ways.isEmpty() || !ways.stream().allMatch(Way::isMet)) {
                throw new IllegalArgumentException("an allow has a way in which nothing is missing");
            }
            ways = List.copyOf(ways);
        }
    }

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

    enum Cause {
        /** A policy says never. */
        A_POLICY_DENIES,
        /** No policy says yes; of an agent, not to both itself and the person it acts for. */
        NOTHING_ALLOWS,
        /** It is nothing that an agent may ever do. */
        NOT_FOR_AGENTS,
        /** There is an allow, and what is needed for it can never be done by this asker. */
        CANNOT_BE_MET
    }

    /**
     * Which policies applied in which edition, and which would have, but for their conditions.
     *
     * @param near allows that meant this asker and this target, and did not apply
     */
    record Trace(long edition, List<Applied> applied, List<Near> near) {
        public Trace {
            applied = inOrder(applied, Applied.ORDER);
            near = inOrder(near, Near.ORDER);
        }

        public List<Policy> denying() {
            return policies(Effect.DENY);
        }

        public List<Policy> allowing() {
            return policies(Effect.ALLOW);
        }

        public List<Policy> requiring() {
            return policies(Effect.REQUIRE);
        }

        /** Those that let this side in. */
        List<Policy> allowing(Asker side) {
            Subject whom = side.self();
            List<Policy> found = new ArrayList<>();
            for (Applied one : applied) {
                if (one.policy().effect() == Effect.ALLOW && one.whom().equals(whom)) {
                    add(found, one.policy());
                }
            }
            return found;
        }

        private List<Policy> policies(Effect effect) {
            List<Policy> found = new ArrayList<>();
            for (Applied one : applied) {
                if (one.policy().effect() == effect) {
                    add(found, one.policy());
                }
            }
            return found;
        }

        /** In the order of their ids, so what is there already stands last. */
        private static void add(List<Policy> found, Policy policy) {
            if (found.isEmpty() || !found.getLast().id().equals(policy.id())) {
                found.add(policy);
            }
        }

        private static <T> List<T> inOrder(List<T> given, Comparator<T> order) {
            List<T> sorted = new ArrayList<>(given);
            sorted.sort(order);
            return List.copyOf(sorted);
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

    /** An allow that did not apply, for these conditions. */
    record Near(Applied but, List<Condition> unmet) {
        private static final Comparator<Near> ORDER =
                comparing((Near n) -> n.unmet.size()).thenComparing(Near::but, Applied.ORDER);

        public Near {
            unmet = List.copyOf(unmet);
        }
    }
}
