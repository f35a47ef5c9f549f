// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an edition comes to be.
 *
 * @param after the number of the edition its author started from; 0 before the first
 * @param author null for the edition that an installation begins with
 * @param event the one that records it and holds its hash, appended in the same transaction
 * @param at the record's time
 */
public record Saving(long after, @Nullable UUID author, UUID event, Instant at) {}
