// SPDX-License-Identifier: Apache-2.0
/**
 * The outbox. "Told" means that a row is here, written in the same transaction as what is told, so nobody is told of
 * what did not happen and nobody is forgotten when a node falls over. {@code claims} writes the rows; this room says what
 * they say, to whom, and reads them back for the one person they are for.
 *
 * <p>People read them over the API. Mail and webhooks, when they come, leave from the same rows afterwards, at least once,
 * each with an id by which a receiver can discard the second copy, and through {@code outbound}. Nothing waits for them.
 *
 * <p>A message is one of a closed list and holds ids alone: no name, no value, no code, no token, no reason that a person
 * gave. So it need not be sealed; names are looked up when it is read, for whoever reads it. It gives nobody a right.
 */
@NullMarked
package dev.cofactor.ledger.post;

import org.jspecify.annotations.NullMarked;
