// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.policy.Decision.Applied;
import dev.cofactor.engine.policy.Question.Asker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the policies that apply without looking at those that do not: a question has a handful of subjects and a handful
 * of resources, and each pair of them is one look. Never patched: a new edition has a new index.
 */
final class Index {
    private final Map<Subject, Map<Resource, List<Policy>>> bySubject = new HashMap<>();

    Index(PolicySet set) {
        for (Policy policy : set.policies()) {
            for (Subject subject : policy.to()) {
                Map<Resource, List<Policy>> byResource = bySubject.computeIfAbsent(subject, s -> new HashMap<>(4));
                for (Resource resource : policy.on()) {
                    byResource
                            .computeIfAbsent(resource, r -> new ArrayList<>(1))
                            .add(policy);
                }
            }
        }
    }

    List<Applied> applied(Question question) {
        List<Resource> resources = question.target().resources();
        List<Applied> found = new ArrayList<>();
        for (Asker side : question.asker().sides()) {
            for (Subject to : side.subjects()) {
                Map<Resource, List<Policy>> byResource = bySubject.get(to);
                if (byResource != null) {
                    resources.forEach(on -> byResource.getOrDefault(on, List.of()).stream()
                            .filter(policy -> applies(policy, on, question))
                            .forEach(policy -> found.add(new Applied(policy, side.self(), to, on))));
                }
            }
        }
        return found;
    }

    private static boolean applies(Policy policy, Resource on, Question question) {
        if (!policy.actions().contains(question.verb())) {
            return false;
        }
        return switch (policy.effect()) {
            case ALLOW -> question.target().place().letsAllowThrough(on);
            case DENY -> true;
        };
    }
}
