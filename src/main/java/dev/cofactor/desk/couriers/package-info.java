// SPDX-License-Identifier: Apache-2.0
/**
 * What is told leaves the house: mail to people, and channels, which are webhooks, chats and mail to a fixed address. Couriers
 * take rows of the outbox that a change or a release wrote in its own transaction, and hand them over afterwards.
 *
 * <p>At least once, with an id by which a second copy is discarded. Who takes a row has a lease of it, so that several
 * nodes share the work and one that falls over holds nothing for long; while something is sent no transaction is open, and
 * no request waits for it. What nobody takes is tried again, seldomer and seldomer, and given up after a stated time.
 *
 * <p>What leaves holds ids, words, a link that changes nothing when it is opened, and, to a person, the names that he may
 * know at that moment. Never a code, a reason, a ticket or anybody's address. A channel is told no names: it has no reader.
 * Where a channel leads is opened here alone, goes in no answer, log line or failure, and is reached through {@code
 * outbound}; this is the only room that knows mail.
 */
@NullMarked
package dev.cofactor.desk.couriers;

import org.jspecify.annotations.NullMarked;
