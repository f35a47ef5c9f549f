// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.documents.PolicyRefused;
import java.util.UUID;

/** Whom a policy is about. Ids are immutable, so a rename changes no right. */
public sealed interface Subject {
    record Person(UUID id) implements Subject {}

    /** Everybody in the group, through however many groups between. */
    record Group(UUID id) implements Subject {}

    record Service(UUID id) implements Subject {}

    record Agent(UUID id) implements Subject {}

    /** Whoever shows this one token. */
    record Token(UUID id) implements Subject {}

    /**
     * Whoever shows a token in which that issuer vouches for this. Without the issuer, any issuer we trust for anything
     * could hand out the right.
     */
    record Claim(UUID issuer, String name, String value) implements Subject {
        public Claim {
            PolicyRefused.unlessText(name, Policy.LONGEST_TEXT);
            PolicyRefused.unlessText(value, Policy.LONGEST_TEXT);
        }
    }

    /** Every actor with a credential, machines included. */
    record Anyone() implements Subject {}
}
