// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.gate.Done;
import dev.cofactor.ground.events.Claim;
import java.util.List;
import java.util.UUID;

/**
 * A code that was right when it was looked at. It proves nothing until it is consumed, in the change that relies on it:
 * between the two somebody else may have used it.
 */
public interface Match {
    /** Which factor of the person it is of. */
    UUID app();

    /** How it proves who somebody is, as records say it. */
    String method();

    /**
     * Uses it up. Part of a change.
     *
     * @return false where it, or a later one of the same app, was used before; the caller says the same as to a wrong one
     */
    boolean consume();

    /** Who must be told that it was used, once it is consumed. Part of the same change. */
    List<Claim.Tell> tells(Done.Moment at);
}
