// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What becomes of one policy.
 *
 * @param before absent where it is new
 * @param after absent where it is withdrawn
 */
public record Piece(UUID policy, Optional<Policy> before, Optional<Policy> after) {
    public static final String ADDED = "added";
    public static final String WITHDRAWN = "withdrawn";
    private static final String CHANGED = "changed: ";

    boolean changesNothing() {
        return before.equals(after);
    }

    /** What happened to it, by the names of its parts: what stands in them is in the edition. */
    public List<String> parts() {
        if (after.isEmpty()) {
            return List.of(WITHDRAWN);
        }
        Policy is = after.get();
        return before.map(was -> changed(was, is)).orElse(List.of(ADDED));
    }

    private static List<String> changed(Policy was, Policy is) {
        return Stream.of(
                        changed("name", Policy::name, was, is),
                        changed("state", Policy::state, was, is),
                        changed("effect", Policy::effect, was, is),
                        changed("actions", Policy::actions, was, is),
                        changed("to", Policy::to, was, is),
                        changed("on", Policy::on, was, is),
                        changed("when", policy -> policy.clauses().when(), was, is),
                        changed("needs", policy -> policy.clauses().needs(), was, is),
                        changed("limits", policy -> policy.clauses().limits(), was, is),
                        changed("then", policy -> policy.clauses().then(), was, is))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> changed(String part, Function<Policy, Object> of, Policy was, Policy is) {
        return of.apply(was).equals(of.apply(is)) ? Optional.empty() : Optional.of(CHANGED + part);
    }
}
