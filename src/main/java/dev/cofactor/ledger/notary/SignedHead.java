// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.Frontier;

/** A head that is signed, or about to be, with what is needed to grow it. */
record SignedHead(int epoch, String origin, Frontier frontier) {
    long size() {
        return frontier.size();
    }

    Checkpoint checkpoint() {
        return new Checkpoint(origin, frontier.head());
    }
}
