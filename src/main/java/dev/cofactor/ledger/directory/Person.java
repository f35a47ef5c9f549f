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
        SUSPENDED,
        /** Has gone for good; the log names him, and his account name is free for others. */
        REMOVED
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    /**
     * What some room keeps by which a person shows that he is himself: a password, sessions, factors, a link. When somebody
     * goes, or is let in anew by the host, all of it is given up.
     */
    public interface Belongings {
        /** Part of a change, whose transaction is open. Nothing that it forgot lets anybody in after that is committed. */
        void forget(UUID person);
    }
}
