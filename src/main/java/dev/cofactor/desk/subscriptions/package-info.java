// SPDX-License-Identifier: Apache-2.0
/**
 * What webhooks are told of the log: which classes of events, what became of each message, and one of them sent once more.
 *
 * <p>The rows that leave are written by the log's appender, in the transaction of the event itself, so nobody is told of what
 * was not recorded and nothing is recorded that is not told. Here it is only said who is told of what; {@code couriers} take
 * it out. What is told is what stands in the log's open columns: ids and words, never a sealed body.
 *
 * <p>All of it is for whoever may edit settings, and each change is on the log. A message that is sent once more keeps its id:
 * who has had it discards the second copy. This room opens nothing and sends nothing.
 */
@NullMarked
package dev.cofactor.desk.subscriptions;

import org.jspecify.annotations.NullMarked;
