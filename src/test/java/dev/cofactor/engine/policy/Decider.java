// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import java.util.List;

/** Whatever decides. The laws ask it, so that they can be shown one that is broken. */
@FunctionalInterface
interface Decider {
    Decider ENGINE =
            (policies, question) -> Edition.of(1, new PolicySet(policies)).decide(question);

    /** @param policies in an order that should say nothing */
    Decision decide(List<Policy> policies, Question question);

    default int rank(List<Policy> policies, Question question) {
        return rank(decide(policies, question));
    }

    static int rank(Decision decision) {
        return switch (decision) {
            case Decision.Deny deny -> 0;
            case Decision.Challenge challenge -> 1;
            case Decision.Allow allow -> 2;
        };
    }

    static List<Way> ways(Decision decision) {
        return switch (decision) {
            case Decision.Deny deny -> List.of();
            case Decision.Challenge challenge -> challenge.ways();
            case Decision.Allow allow -> allow.ways();
        };
    }
}
