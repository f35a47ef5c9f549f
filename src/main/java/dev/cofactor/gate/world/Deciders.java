// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.world;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who may say yes to others at all. Conditions are left aside, for one approves by day what is used at night: whether they
 * held was asked when he said it. Only whoever has lost the right, or is barred from it whatever the hour, is none any more.
 */
final class Deciders {
    private static final Set<Resource> INSTALLATION =
            Set.copyOf(Target.installation().resources());

    private Deciders() {}

    static boolean isOne(Edition edition, UUID person, Set<UUID> groups) {
        Set<Subject> his = new HashSet<>(new Asker.Person(person, groups, Credential.plain()).subjects());
        List<Policy> about = edition.policies().policies().stream()
                .filter(policy -> policy.isActive() && policy.actions().contains(Verb.APPROVAL_DECIDE))
                .filter(policy -> policy.on().stream().anyMatch(INSTALLATION::contains))
                .filter(policy -> policy.to().stream().anyMatch(his::contains))
                .toList();
        return about.stream().anyMatch(policy -> policy.effect() == Effect.ALLOW)
                && about.stream()
                        .noneMatch(policy -> policy.effect() == Effect.DENY
                                && policy.clauses().when().isEmpty());
    }
}
