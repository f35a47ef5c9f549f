// SPDX-License-Identifier: Apache-2.0
/**
 * Settles claims: what an event needs to hold or to count (a session, a replay key, a limit, a grant's use, a page that
 * keeps showing, a time step, a counter, a backup code, a message) in the very transaction that records it.
 *
 * <p>Everything happens under the head's lock, in one order: read what stands for a whole batch, decide in memory, first
 * come, first served, write only what was won. A claimant gets all that it asked for or nothing, and what it would have
 * taken was never written, so there is nothing to give back. The tables' keys hold all the same: a write that meets a row
 * which was not there a moment ago takes the batch down, because somebody wrote without the lock.
 *
 * <p>Time is the database's clock after the lock; no step is given before it begins. Only {@code audit} calls. The room
 * decides no rights, records nothing, opens nothing and commits nothing.
 */
@NullMarked
package dev.cofactor.ledger.claims;

import org.jspecify.annotations.NullMarked;
