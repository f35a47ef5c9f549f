// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.engine.merkle.Frontier;
import java.time.Instant;

/**
 * The locked row: where the log stands, and which world decisions must have seen.
 *
 * @param unconfirmed whether it is a restored copy that nobody has confirmed yet
 */
record Head(int epoch, Frontier frontier, long world, Instant time, boolean unconfirmed) {
    long size() {
        return frontier.size();
    }
}
