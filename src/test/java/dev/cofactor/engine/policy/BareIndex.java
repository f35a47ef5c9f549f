// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Setting;
import dev.cofactor.engine.clauses.Tri;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import java.util.List;

/** Yes or no, out of an index like the engine's, and nothing else: no reasons, no steps. What an explanation is held against. */
final class BareIndex {
    private final Pairs pairs;

    BareIndex(PolicySet set) {
        pairs = new Pairs(set.policies());
    }

    boolean allows(Question question) {
        List<Resource> resources = question.target().resources();
        for (Asker side : question.asker().sides()) {
            Setting setting = new Surroundings(question.circumstances(), side.credential());
            boolean allowed = false;
            for (Subject to : side.subjects()) {
                int half = Pairs.half(to);
                for (Resource on : resources) {
                    for (Policy policy : pairs.of(to, half, on)) {
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
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
