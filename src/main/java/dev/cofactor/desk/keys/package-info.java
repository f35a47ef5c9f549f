// SPDX-License-Identifier: Apache-2.0
/**
 * The keys' own desk: new versions of the keys that turn, putting everything under them, destroying the old ones, and
 * another root key above all.
 *
 * <p>Each step needs {@code key.rotate}, passes the gate, and is one commit with its record; what opens a key or asks its
 * keeper comes before that commit. Re-wrapping moves data keys and renews rows' codes, a portion at a time, while the
 * house goes on working. What is left of it is read off the rows themselves, so it can be killed at any of them and asked
 * for again, by anybody, on any server. Values are not opened, and a row whose code does not hold gets no new one.
 *
 * <p>A version is destroyed when no row names it, and after that none comes to: the wraps go first, then the rows are looked
 * at, and the database refuses whoever comes later.
 *
 * <p>The room sees numbers, ids and fingerprints, never a key's bytes, and no answer has any. The keys of fingerprints, tags
 * and addresses do not turn: they must stay comparable.
 */
@NullMarked
package dev.cofactor.desk.keys;

import org.jspecify.annotations.NullMarked;
