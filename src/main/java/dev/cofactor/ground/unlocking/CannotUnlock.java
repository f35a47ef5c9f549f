// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import org.jspecify.annotations.Nullable;

/** Why the keys stay shut, in one line that says what to do. Read by the operator, never sent to a caller. */
public final class CannotUnlock extends RuntimeException {
    public CannotUnlock(String whatToDo) {
        this(whatToDo, null);
    }

    public CannotUnlock(String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
    }
}
