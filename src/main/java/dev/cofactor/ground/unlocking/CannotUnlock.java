// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import org.jspecify.annotations.Nullable;

/** Why the keys stay shut, in one line that says what to do. Read by the operator, never sent to a caller. */
public final class CannotUnlock extends RuntimeException {
    private final Why why;

    /** What a key service makes of a request. Only a refusal shuts keys that were open. */
    public enum Why {
        /** The key or its settings have to be put right first; of a service: it said no, and will again. */
        REFUSED,
        /** Nobody said anything: it may be different in a moment. */
        UNANSWERED,
        /** This is not what was wrapped with that key under that name. */
        ALTERED
    }

    public CannotUnlock(String whatToDo) {
        this(whatToDo, null);
    }

    public CannotUnlock(String whatToDo, @Nullable Throwable cause) {
        this(Why.REFUSED, whatToDo, cause);
    }

    public CannotUnlock(Why why, String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
