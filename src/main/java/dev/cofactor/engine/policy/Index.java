// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Setting;
import dev.cofactor.engine.clauses.Tri;
import dev.cofactor.engine.policy.Decision.Applied;
import dev.cofactor.engine.policy.Decision.Near;
import dev.cofactor.engine.policy.Decision.Trace;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the policies that may apply without looking at those that do not: a question has a handful of subjects and a
 * handful of resources, and each pair of them is one look. Never patched: a new edition has a new index. Only what is
 * active is in it.
 */
final class Index {
    private final Map<Subject, Map<Resource, List<Policy>>> bySubject = new HashMap<>();

    Index(PolicySet set) {
        for (Policy policy : set.policies()) {
            if (policy.isActive()) {
                add(policy);
            }
        }
    }

    private void add(Policy policy) {
        for (Subject subject : policy.to()) {
            Map<Resource, List<Policy>> byResource = bySubject.computeIfAbsent(subject, s -> new HashMap<>(4));
            for (Resource resource : policy.on()) {
                byResource.computeIfAbsent(resource, r -> new ArrayList<>(1)).add(policy);
            }
        }
    }

    Trace tried(Question question, long edition) {
        List<Resource> resources = question.target().resources();
        List<Applied> applied = new ArrayList<>();
        List<Near> near = new ArrayList<>();
        for (Asker side : question.asker().sides()) {
            Setting setting = new Surroundings(question.circumstances(), side.credential());
            for (Subject to : side.subjects()) {
                Map<Resource, List<Policy>> byResource = bySubject.get(to);
                if (byResource == null) {
                    continue;
                }
                for (Resource on : resources) {
                    for (Policy policy : byResource.getOrDefault(on, List.of())) {
                        if (means(policy, on, question)) {
                            sort(new Applied(policy, side.self(), to, on), setting, applied, near);
                        }
                    }
                }
            }
        }
        return new Trace(edition, applied, near);
    }

    private static void sort(Applied one, Setting setting, List<Applied> applied, List<Near> near) {
        Policy policy = one.policy();
        Tri so = policy.clauses().test(setting);
        if (isOn(policy.effect(), so)) {
            applied.add(one);
        } else if (policy.effect() == Effect.ALLOW) {
            near.add(new Near(one, policy.clauses().unmet(setting)));
        }
    }

    /** INVARIANT: what nobody could find out never lets anybody in. */
    private static boolean isOn(Effect effect, Tri so) {
        return switch (effect) {
            case ALLOW -> so == Tri.YES;
            case REQUIRE, DENY -> so != Tri.NO;
        };
    }

    private static boolean means(Policy policy, Resource on, Question question) {
        if (!policy.actions().contains(question.verb())) {
            return false;
        }
        return switch (policy.effect()) {
            case ALLOW -> question.target().place().letsAllowThrough(on);
            case REQUIRE, DENY -> true;
        };
    }
}
