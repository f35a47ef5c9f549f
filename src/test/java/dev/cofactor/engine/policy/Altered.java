// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.policy.Policy.Effect;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** A policy, but for one thing. */
final class Altered {
    private Altered() {}

    static Policy clauses(Policy policy, Clauses clauses) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.state(),
                policy.effect(),
                policy.actions(),
                policy.to(),
                policy.on(),
                clauses);
    }

    static Policy state(Policy policy, Policy.State state) {
        return new Policy(
                policy.id(),
                policy.name(),
                state,
                policy.effect(),
                policy.actions(),
                policy.to(),
                policy.on(),
                policy.clauses());
    }

    /** With these conditions alone. */
    static Policy only(Policy policy, Set<Condition> when) {
        Clauses had = policy.clauses();
        return clauses(policy, new Clauses(when, had.needs(), had.limits(), had.then()));
    }

    static Policy when(Policy policy, Condition oneMore) {
        Set<Condition> when = new LinkedHashSet<>(policy.clauses().when());
        when.add(oneMore);
        return only(policy, when);
    }

    static Policy everythingFor(UUID id, Subject whom) {
        return new Policy(
                id,
                "all",
                Effect.ALLOW,
                Set.of(Verb.values()),
                Set.of(whom),
                Set.of(new Resource.Everything(), new Resource.OwnPersonalFolder()));
    }
}
