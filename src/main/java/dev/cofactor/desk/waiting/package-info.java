// SPDX-License-Identifier: Apache-2.0
/**
 * Where requests wait without a thread: so many seats, lines in the order in which people came, and what is decided
 * elsewhere. Whoever waits holds neither a thread nor a connection to the database nor a claim.
 *
 * <p>A line belongs to what only one may have at a time. Those in it are called one after another when it may be free
 * again, each asks once more for himself, and whoever has to wait on keeps his place; whoever goes away leaves it at once.
 * Order is kept on one node, not between nodes: who has what is settled in the database, as ever.
 *
 * <p>The room decides nothing, claims nothing and knows nothing of what is waited for. It measures by a clock that only
 * goes forward, so a clock that is set changes no wait. Of all who wait for a decision it asks the database at once, twice
 * a second, however many they are. When the server stops nobody is called any more.
 */
@NullMarked
package dev.cofactor.desk.waiting;

import org.jspecify.annotations.NullMarked;
