// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Delegation;
import dev.cofactor.ledger.trust.Federation;
import java.time.Instant;

/**
 * How a machine stands, and what it may show, never by colour alone.
 *
 * @param tone a class of the style sheet: good, warn, bad, or empty
 */
record Chip(String tone, String icon, String word) {
    private static final Chip ACTIVE = new Chip("good", "good", "Active");
    private static final Chip SUSPENDED = new Chip("bad", "lock", "Suspended");

    static Chip of(Service service) {
        return service.active() ? ACTIVE : SUSPENDED;
    }

    static Chip of(Agent agent) {
        return agent.active() ? ACTIVE : SUSPENDED;
    }

    static Chip of(Federation federation) {
        if (federation.ended().isPresent()) {
            return new Chip("", "close", "Ended");
        }
        return federation.active() ? ACTIVE : SUSPENDED;
    }

    static Chip of(Delegation delegation, Instant now) {
        if (delegation.stands(now)) {
            return new Chip("good", "good", "Good");
        }
        return delegation.ended().isPresent() ? new Chip("", "close", "Ended") : new Chip("", "clock", "Over");
    }

    /** @param replaced whether another one was given in its place */
    static Chip of(Token token, boolean replaced, Instant now) {
        if (token.stands(now)) {
            return replaced ? new Chip("warn", "clock", "Replaced, still good") : new Chip("good", "good", "Good");
        }
        return token.ended().isPresent()
                ? new Chip("", "close", replaced ? "Replaced" : "Taken back")
                : new Chip("", "clock", "Over");
    }
}
