// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import java.util.OptionalLong;

/**
 * Where a page begins. Places on the log never change, so pages by index neither skip nor repeat while it grows.
 *
 * @param upwards oldest first, as against newest first
 * @param beyond the index the page before ended with; none for the first
 */
public record Paging(boolean upwards, OptionalLong beyond, int limit) {
    public static final int MOST = 500;

    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " entries");
        }
    }

    long from() {
        return upwards && beyond.isPresent() ? beyond.getAsLong() + 1 : 0;
    }

    long until() {
        return upwards ? Long.MAX_VALUE : beyond.orElse(Long.MAX_VALUE);
    }
}
