// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.clock;

import java.time.Duration;

/**
 * How far the machine's clock is from the database's.
 *
 * @param ahead negative where it is behind
 * @param unsure half of what the question took: it may be so much more or less
 */
public record Drift(Duration ahead, Duration unsure) {
    /** Beyond doubt: a slow database alone makes no clock wrong. */
    boolean isBeyond(Duration most) {
        return ahead.abs().minus(unsure).compareTo(most) > 0;
    }
}
