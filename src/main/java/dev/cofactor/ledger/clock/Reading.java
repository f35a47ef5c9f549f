// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.clock;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time, and whether what hangs on the hour may be decided by it.
 *
 * @param time good enough for what only has to end some day, such as a token
 */
public record Reading(Instant time, boolean reliable) {
    /** Of which somebody says what would be then. */
    public static Reading supposed(Instant time) {
        return new Reading(time, true);
    }

    /** Null where no clock can be relied on. */
    public @Nullable Instant known() {
        return Optional.of(time).filter(one -> reliable).orElse(null);
    }
}
