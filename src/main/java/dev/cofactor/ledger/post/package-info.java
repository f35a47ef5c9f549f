// SPDX-License-Identifier: Apache-2.0
/**
 * The outbox. "Told" means that a row is here, written in the same transaction as what is told, so nobody is told of
 * what did not happen and nobody is forgotten when a node falls over.
 *
 * <p>Mail and webhooks leave afterwards, at least once, each with an id by which a receiver can discard the second
 * copy; what cannot be delivered now is tried again. Webhooks go through {@code outbound}.
 *
 * <p>No message contains a value, a code, a token that works for anyone else, or the reason a person gave; it says
 * that something waits, and links to it. The links begin with {@code cofactor.url}, never with what a request called
 * this host. Nothing waits for the post: a mail server that is down delays letters and no release.
 */
@NullMarked
package dev.cofactor.ledger.post;

import org.jspecify.annotations.NullMarked;
