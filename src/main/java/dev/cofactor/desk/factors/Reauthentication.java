// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;

/** How somebody proves, in the middle of a session, that it is still him who sits there. Who keeps passwords answers. */
public interface Reauthentication {
    /**
     * Looks at his password. No transaction is open.
     *
     * @throws Problem where it is not his, or he has to wait; that it was not is on the log by then
     */
    Attempt begin(Caller caller, String password);

    /** One attempt, which counts until it is said to have succeeded: whoever guesses is slowed. */
    interface Attempt {
        void succeeded();
    }
}
