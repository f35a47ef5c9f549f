// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One way to an allow: the policies that give it, and all that they and every requirement ask together.
 *
 * @param through the allows: one, or of an agent's question one for each side
 * @param missing those of the needs that are not met yet
 * @param clause names what has to be approved, by its content: the hash of all approvals, or of the glass to be broken;
 *     absent where there is nothing to approve
 * @param grant that meets it
 */
public record Way(
        List<Policy> through,
        List<Need> needs,
        List<Charge> charges,
        Set<Duty> duties,
        List<Need> missing,
        Optional<String> clause,
        Optional<UUID> grant) {
    public Way {
        through = List.copyOf(through);
        needs = List.copyOf(needs);
        charges = List.copyOf(charges);
        duties = Set.copyOf(duties);
        missing = List.copyOf(missing);
    }

    /** What is counted, and for which policy. */
    public record Charge(UUID policy, Limit limit) {}

    public boolean isMet() {
        return missing.isEmpty();
    }

    /** What has to be approved by others; empty where nothing has. */
    public List<Need.Approval> approvals() {
        return kind(needs, Need.Approval.class);
    }

    /** The glass that may be broken for it. */
    public Optional<Need.BreakGlass> glass() {
        return kind(needs, Need.BreakGlass.class).stream().findFirst();
    }

    static <N extends Need> List<N> kind(List<Need> needs, Class<N> kind) {
        return needs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
