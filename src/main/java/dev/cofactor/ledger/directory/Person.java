// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import java.util.UUID;

/** Somebody who can sign in, or will be able to. */
public record Person(UUID id, String accountName, String displayName, State state) {
    /** How far somebody is. Whoever is not active may nothing, wherever he stands. */
    public enum State {
        /** Was never here. */
        INVITED,
        ACTIVE,
        /** Was active, and is not any more. */
        SUSPENDED
    }

    public boolean active() {
        return state == State.ACTIVE;
    }
}
