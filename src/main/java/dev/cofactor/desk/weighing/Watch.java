// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.ledger.grants.ShownCredentials.Shown;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What about a change could give its author something.
 *
 * @param things that are moved by it, as they are at that moment; absent where nothing is
 * @param shown what its author will have seen, or have others say
 * @param brought a group that somebody else's word will give, to nobody knows whom
 * @param rules that are to be in force
 * @param away who cannot object any more: a person, or a group of them
 * @param leaving whether he only leaves a group, and may hold what he held through another
 */
public record Watch(
        Optional<Supplier<List<Thing>>> things,
        Optional<Shown> shown,
        Optional<UUID> brought,
        Optional<PolicySet> rules,
        Optional<UUID> away,
        boolean leaving) {
    private static final Watch STANDING =
            new Watch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Who stands in which group, and nothing else. */
    public static Watch standing() {
        return STANDING;
    }

    public static Watch rules(PolicySet next) {
        return new Watch(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(next), Optional.empty(), false);
    }

    public static Watch moving(Supplier<List<Thing>> things) {
        return new Watch(
                Optional.of(things), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** @param credential a token or a federation */
    public static Watch showing(UUID credential, UUID service) {
        Shown shown = new Shown(credential, service);
        return new Watch(
                Optional.empty(), Optional.of(shown), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public static Watch bringing(UUID group) {
        return new Watch(
                Optional.empty(), Optional.empty(), Optional.of(group), Optional.empty(), Optional.empty(), false);
    }

    /** Suspended, removed, or with nothing left to prove who he is. */
    public static Watch away(UUID person) {
        return new Watch(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(person), false);
    }

    /** @param member a person, or a group with all who stand in it */
    public static Watch leaving(UUID member) {
        return new Watch(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(member), true);
    }

    /** Whether there may be fewer afterwards who edit policies. */
    public boolean thins() {
        return rules.isPresent() || away.isPresent();
    }
}
