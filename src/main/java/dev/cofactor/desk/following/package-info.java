// SPDX-License-Identifier: Apache-2.0
/**
 * The log, followed: its events as lines of JSON, from an index on and then as they are recorded, for programs that collect
 * them. A line has what a reader needs to check it against checkpoints without asking anybody.
 *
 * <p>To follow is to read: it needs {@code audit.read}, and that somebody begins is recorded before the first line leaves.
 * Whether he may still is asked again after each page was read and before it leaves, so that nothing recorded after his right
 * was taken away gets to him. Lines come in the order of the log, each once; what is missing or altered is said and not
 * passed over.
 *
 * <p>No stream has a thread or a connection to the database. One round looks for all of this node's how far the log is;
 * a page is read when its reader has taken the one before. There are few, they end by themselves, and a reader that takes
 * nothing any more loses his.
 */
@NullMarked
package dev.cofactor.desk.following;

import org.jspecify.annotations.NullMarked;
