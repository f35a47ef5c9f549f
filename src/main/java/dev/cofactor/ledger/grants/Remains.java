// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is left of what was given, whether it still counts or not.
 *
 * @param ended why it ended before its time, in a word; absent where it did not
 */
public record Remains(UUID grant, Instant ends, int usesLeft, Optional<String> ended) {
    /** Whether a use of it can still be won at this moment. */
    public boolean stands(Instant now) {
        return ended.isEmpty() && usesLeft > 0 && now.isBefore(ends);
    }
}
