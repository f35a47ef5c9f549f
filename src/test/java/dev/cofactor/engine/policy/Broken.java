// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.policy.Decision.Allow;
import dev.cofactor.engine.policy.Decision.Applied;
import dev.cofactor.engine.policy.Decision.Challenge;
import dev.cofactor.engine.policy.Decision.Deny;
import dev.cofactor.engine.policy.Decision.Near;
import dev.cofactor.engine.policy.Decision.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A decision that was made over policies read wrongly, told as if they had been read rightly: it must not be caught by the
 * mere look of the policies in it.
 */
final class Broken {
    private Broken() {}

    static Decision restored(Decision decision, List<Policy> policies) {
        Map<UUID, Policy> as = policies.stream().collect(Collectors.toMap(Policy::id, policy -> policy));
        Trace trace = new Trace(
                decision.trace().edition(),
                decision.trace().applied().stream()
                        .map(one -> restored(one, as))
                        .toList(),
                decision.trace().near().stream()
                        .map(one -> restored(one, as))
                        .toList());
        return switch (decision) {
            case Allow allow -> new Allow(restored(allow.ways(), as), trace);
            case Challenge challenge -> new Challenge(restored(challenge.ways(), as), trace);
            case Deny deny -> new Deny(deny.cause(), trace);
        };
    }

    private static Applied restored(Applied one, Map<UUID, Policy> as) {
        return new Applied(as.getOrDefault(one.policy().id(), one.policy()), one.whom(), one.to(), one.on());
    }

    /** Conditions that were read otherwise stand where they stood. */
    private static Near restored(Near near, Map<UUID, Policy> as) {
        Applied but = restored(near.but(), as);
        List<Condition> read = List.copyOf(near.but().policy().clauses().when());
        List<Condition> written = List.copyOf(but.policy().clauses().when());
        return new Near(
                but,
                near.unmet().stream()
                        .map(one -> read.size() == written.size() ? written.get(read.indexOf(one)) : one)
                        .toList());
    }

    private static List<Way> restored(List<Way> ways, Map<UUID, Policy> as) {
        return ways.stream()
                .map(way -> new Way(
                        way.through().stream()
                                .map(policy -> as.getOrDefault(policy.id(), policy))
                                .toList(),
                        way.needs(),
                        way.charges(),
                        way.duties(),
                        way.missing(),
                        way.clause(),
                        way.grant()))
                .toList();
    }

    /** Through what allowed one side alone. */
    static Way way(Decision decision) {
        return new Way(
                decision.trace().allowing(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
