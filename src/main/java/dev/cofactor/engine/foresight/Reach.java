// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.foresight.Changes.Move;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Policies by what they are on, so that a goal is not held against each of ten thousand. They are told apart as objects: to
 * compare what they say would cost more than to ask them.
 */
final class Reach {
    private final Map<Resource, List<Policy>> byResource = new HashMap<>();

    Reach(Collection<Policy> policies) {
        for (Policy policy : policies) {
            policy.on()
                    .forEach(resource -> byResource
                            .computeIfAbsent(resource, r -> new ArrayList<>())
                            .add(policy));
        }
    }

    /** Those that mean it where it was or where it is. */
    Set<Policy> reaching(Move move) {
        Set<Resource> on = move.before().resources();
        on.addAll(move.after().resources());
        Set<Policy> reaching = Collections.newSetFromMap(new IdentityHashMap<>());
        on.forEach(resource -> reaching.addAll(byResource.getOrDefault(resource, List.of())));
        return reaching;
    }
}
