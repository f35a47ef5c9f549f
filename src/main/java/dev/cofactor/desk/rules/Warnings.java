// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static java.util.stream.Collectors.toSet;

import dev.cofactor.engine.foresight.Lints;
import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What looks like a mistake in rules, among those there are. It is shown and holds nothing up. */
@ApplicationScoped
class Warnings {
    private final Foresight foresight;
    private final Clock clock;

    Warnings(Foresight foresight, Clock clock) {
        this.foresight = foresight;
        this.clock = clock;
    }

    List<Lint> of(PolicySet rules) {
        return Lints.of(rules, foresight.everybody(), clock.instant());
    }

    /** Of these policies alone; of all others only those are looked at that could be a reason. */
    List<Lint> of(PolicySet rules, Set<UUID> about) {
        Set<Twin> twins = rules.policies().stream()
                .filter(policy -> about.contains(policy.id()))
                .map(Twin::of)
                .collect(toSet());
        Collection<Policy> some = rules.policies().stream()
                .filter(policy -> isReason(policy) || twins.contains(Twin.of(policy)))
                .toList();
        return of(new PolicySet(List.copyOf(some))).stream()
                .filter(lint -> about.contains(lint.policy()))
                .toList();
    }

    /** What takes something away, and what says who may decide. */
    private static boolean isReason(Policy policy) {
        return policy.effect() != Effect.ALLOW || policy.actions().contains(Verb.APPROVAL_DECIDE);
    }

    /** Two that have the same may say the same. */
    private record Twin(Set<Verb> actions, Set<Subject> to, Set<Resource> on) {
        static Twin of(Policy policy) {
            return new Twin(policy.actions(), policy.to(), policy.on());
        }
    }
}
