// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import org.jspecify.annotations.Nullable;

/** Why the server does not start, in one line that says what to do about it. Read by the operator, never sent to a caller. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String whatToDo) {
        this(whatToDo, null);
    }

    public CannotStart(String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
    }
}
