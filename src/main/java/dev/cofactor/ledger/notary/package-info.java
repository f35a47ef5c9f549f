// SPDX-License-Identifier: Apache-2.0
/**
 * Signs what the log says, so that it cannot later say something else.
 *
 * <p>It turns a committed head into a checkpoint (a C2SP signed note), cuts full and partial tiles, and hands out
 * receipts: an event, its proof of inclusion and the checkpoint it leads to, checkable offline. Who keeps a checkpoint
 * can detect any later change to what it covers; that is all the protection there is against someone who writes to the
 * database, and it works only if checkpoints leave the house.
 *
 * <p>It signs only a head that extends, provably, what it signed before, and stops otherwise: a log that forks is
 * never signed into agreement. A restore opens a new epoch and says so. The signing key may live in a process of its
 * own, without HTTP. The room never writes to the log; it may only say in the head row that it must stop, and why.
 */
@NullMarked
package dev.cofactor.ledger.notary;

import org.jspecify.annotations.NullMarked;
