// SPDX-License-Identifier: Apache-2.0
/**
 * How far the machine's clock is from the database's, and so whether a time may be relied on.
 *
 * <p>Steps are told by the database's clock, conditions of policies by the machine's: each is the other's witness. Two that agree
 * are believed; of two that differ nobody here knows which is wrong, so neither is corrected by the other. The database is asked
 * every few seconds, and its time is seen with every batch of the log; in between it is carried on by a clock that only goes
 * forward, so that a machine whose clock is put somewhere else is noticed at once, and not when it is next compared.
 *
 * <p>It decides nothing: the gate asks it, whatever a policy says of time and whoever wants a code. It never sets a clock.
 */
@NullMarked
package dev.cofactor.ledger.clock;

import org.jspecify.annotations.NullMarked;
