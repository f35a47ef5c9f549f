// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.time.Instant;

/** Why a claim cannot be met. */
public sealed interface Loss {
    /** Somebody else has it; from then on it is worth asking again. */
    record Busy(Instant next) implements Loss {}

    /** Waiting does not help. */
    record Ended(Reason reason) implements Loss {}

    /** Why waiting does not help. */
    enum Reason {
        SESSION_ENDED,
        KEY_USED_OTHERWISE,
        LIMIT_REACHED,
        GRANT_ENDED,
        POOL_EMPTY
    }
}
