// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import org.jspecify.annotations.Nullable;

/** Why the keys stay shut, in one line that says what to do. Read by the operator, never sent to a caller. */
public final class CannotUnlock extends RuntimeException {
    CannotUnlock(String whatToDo) {
        this(whatToDo, null);
    }

    CannotUnlock(String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
    }
}
