// SPDX-License-Identifier: Apache-2.0
/**
 * The outbox. "Told" means that a row is here, written in the same transaction as what is told, so nobody is told of
 * what did not happen and nobody is forgotten when a node falls over. {@code claims} writes the rows; this room says what
 * they say, to whom, and reads them back for the one person they are for.
 *
 * <p>People read them over the API. Mail and webhooks leave from the same rows afterwards, at least once, each with an id by
 * which a receiver can discard the second copy: {@code couriers} takes them, and nothing waits for it. A channel is where
 * that leads outside; its address is a credential, stands sealed, and opens for the couriers alone.
 *
 * <p>A message is one of a closed list and holds ids alone: no name, no value, no code, no token, no reason that a person
 * gave. So it need not be sealed; names are looked up when it is read, for whoever reads it. It gives nobody a right.
 */
@NullMarked
package dev.cofactor.ledger.post;

import org.jspecify.annotations.NullMarked;
