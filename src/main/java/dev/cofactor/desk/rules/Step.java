// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * From one edition to the next: what becomes of one policy. All others stay.
 *
 * @param then absent where it is withdrawn
 */
record Step(Edition from, UUID policy, Optional<Policy> then) {
    Optional<Policy> before() {
        return find(from, policy);
    }

    static Optional<Policy> find(Edition edition, UUID policy) {
        return edition.policies().policies().stream()
                .filter(one -> one.id().equals(policy))
                .findFirst();
    }

    boolean changesNothing() {
        return before().equals(then);
    }

    PolicySet rules() {
        Stream<Policy> others =
                from.policies().policies().stream().filter(one -> !one.id().equals(policy));
        return new PolicySet(Stream.concat(others, then.stream()).toList());
    }

    /** What happened to it, by the names of its parts: what stands in them is in the edition. */
    List<String> parts() {
        if (then.isEmpty()) {
            return List.of("withdrawn");
        }
        Policy after = then.get();
        return before().map(was -> changed(was, after)).orElse(List.of("added"));
    }

    private static List<String> changed(Policy was, Policy is) {
        return Stream.of(
                        changed("name", Policy::name, was, is),
                        changed("effect", Policy::effect, was, is),
                        changed("actions", Policy::actions, was, is),
                        changed("to", Policy::to, was, is),
                        changed("on", Policy::on, was, is))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> changed(String part, Function<Policy, Object> of, Policy was, Policy is) {
        return of.apply(was).equals(of.apply(is)) ? Optional.empty() : Optional.of("changed: " + part);
    }
}
