// SPDX-License-Identifier: Apache-2.0
/**
 * The log. Append-only: an event becomes canonical bytes, a leaf, a root, in one transaction, and is neither changed
 * nor removed; the application's role in the database has no right to do either, triggers refuse those who have, and
 * {@code LogGuard} tries at every start.
 *
 * <p>Everything is serialised by the head row, which carries size, root and world and is locked <em>first</em>;
 * nothing that decides is read before it, no other row is locked before it. Time is taken by {@code clock_timestamp()}
 * <em>after</em> the lock: a record's is the larger of it and the last record's, a step's is the clock itself. The
 * queue holds 4,096 intents, a batch at most 256, and a full queue is a refusal, not a wait. An intent is good for one
 * second and wins all its claims or none; indexes have no gaps.
 *
 * <p>Only a definite commit mints a {@code Recorded}. A connection lost while committing is a failure to the caller:
 * the log may say too much, never too little. Everybody is answered: a writer that stops takes nothing more and serves
 * what waits, and an event that cannot be written does not take its neighbours with it. Bodies are sealed. Only the gate
 * appends; {@code notary} and {@code oversight} read.
 */
@NullMarked
package dev.cofactor.ledger.audit;

import org.jspecify.annotations.NullMarked;
