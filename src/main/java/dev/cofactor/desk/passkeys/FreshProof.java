// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import dev.cofactor.ground.identity.Caller;

/** Whether it is still him who sits there. Who keeps sessions answers. */
public interface FreshProof {
    /** Whether whoever has a second factor has proved by it, a short while ago and in this session. */
    boolean isGiven(Caller caller);
}
