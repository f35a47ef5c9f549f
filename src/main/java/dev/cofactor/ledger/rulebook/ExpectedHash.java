// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import java.util.Optional;
import java.util.UUID;

/** What the log says an edition's hash is. Rows of this room can be altered by who holds the database; the log cannot. */
@FunctionalInterface
public interface ExpectedHash {
    /**
     * @param event the one that recorded the edition, as the row beside it says
     * @return the hash that stands in that event for that edition; empty where there is no such event or it is about
     *     something else
     */
    Optional<String> recordedIn(UUID event, long edition);
}
