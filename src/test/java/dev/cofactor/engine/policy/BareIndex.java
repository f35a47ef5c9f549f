// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Setting;
import dev.cofactor.engine.clauses.Tri;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Yes or no, out of an index like the engine's, and nothing else: no reasons, no steps. What an explanation is held against. */
final class BareIndex {
    private final Map<Subject, Map<Resource, List<Policy>>> bySubject = new HashMap<>();

    BareIndex(PolicySet set) {
        for (Policy policy : set.policies()) {
            for (Subject to : policy.to()) {
                for (Resource on : policy.on()) {
                    bySubject
                            .computeIfAbsent(to, t -> new HashMap<>())
                            .computeIfAbsent(on, o -> new ArrayList<>(1))
                            .add(policy);
                }
            }
        }
    }

    boolean allows(Question question) {
        List<Resource> resources = question.target().resources();
        for (Asker side : question.asker().sides()) {
            Setting setting = new Surroundings(question.circumstances(), side.credential());
            boolean allowed = false;
            for (Subject to : side.subjects()) {
                Map<Resource, List<Policy>> byResource = bySubject.get(to);
                if (byResource != null) {
                    for (Resource on : resources) {
                        for (Policy policy : byResource.getOrDefault(on, List.of())) {
                            if (policy.actions().contains(question.verb())) {
                                Tri so = policy.clauses().test(setting);
                                if (policy.effect() == Effect.DENY && so != Tri.NO) {
                                    return false;
                                }
                                allowed |= policy.effect() == Effect.ALLOW && so == Tri.YES;
                            }
                        }
                    }
                }
            }
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
