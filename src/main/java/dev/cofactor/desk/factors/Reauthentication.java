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

    /**
     * Whether he came in by a recovery code a moment ago, in this very session. It stood in for the factor that he has lost, so
     * nothing else that he might have lost with it is asked for when he adds another.
     */
    boolean isRecovering(Caller caller);

    /** One attempt, which counts until it is said to have succeeded: whoever guesses is slowed. */
    interface Attempt {
        void succeeded();
    }
}
