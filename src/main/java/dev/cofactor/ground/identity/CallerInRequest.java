// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Where a resource finds its caller; what it calls gets him as a parameter. Only the guard before the API says who it is. */
@RequestScoped
public class CallerInRequest {
    private @Nullable Caller caller;

    public void is(Caller found) {
        caller = found;
    }

    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("an operation behind the guard was reached without a caller");
        }
        return caller;
    }
}
