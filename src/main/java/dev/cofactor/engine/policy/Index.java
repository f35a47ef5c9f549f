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
import java.util.List;

/**
 * Finds the policies that may apply without looking at those that do not: a question has a handful of subjects and a
 * handful of resources, and each pair of them is one look. Never patched: a new edition has a new index. Only what is
 * active is in it.
 */
final class Index {
    private final Pairs pairs;

    Index(PolicySet set) {
        List<Policy> active = set.policies().stream().filter(Policy::isActive).toList();
        pairs = new Pairs(active);
    }

    Trace tried(Question question, long edition) {
        Resource[] resources = question.target().resources().toArray(Resource[]::new);
        List<Applied> applied = new ArrayList<>();
        List<Near> near = new ArrayList<>();
        for (Asker side : question.asker().sides()) {
            Setting setting = new Surroundings(question.circumstances(), side.credential());
            for (Subject to : side.subjects()) {
                int half = Pairs.half(to);
                for (Resource on : resources) {
                    for (Policy policy : pairs.of(to, half, on)) {
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
