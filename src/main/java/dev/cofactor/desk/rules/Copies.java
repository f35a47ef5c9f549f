// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.State;
import java.util.UUID;

/** Policies that are others but for a little. */
final class Copies {
    private static final String COPY = " (copy)";

    private Copies() {}

    static Policy in(State state, Policy policy) {
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

    /** A draft, so that nothing is decided by it before somebody has changed what was to be other. */
    static Policy of(Policy policy, UUID id) {
        return new Policy(
                id,
                shortened(policy.name()) + COPY,
                State.DRAFT,
                policy.effect(),
                policy.actions(),
                policy.to(),
                policy.on(),
                policy.clauses());
    }

    /** Never through the middle of a character. */
    private static String shortened(String name) {
        int room = Policy.LONGEST_TEXT - COPY.length();
        if (name.length() <= room) {
            return name;
        }
        return name.substring(0, Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room);
    }
}
