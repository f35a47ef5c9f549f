// SPDX-License-Identifier: Apache-2.0
/**
 * The editions: the whole set of policies, one version after another.
 *
 * <p>An edition is never altered. A save writes the next one, in the transaction that records it, and moves the world.
 * It loads only if its hash is the one in its event, so a row changed behind our back stops the node from deciding
 * rather than deciding wrongly. The edition in force is held in memory as an index, about 3 ms to rebuild at 10,000
 * policies; it is replaced when the version in the head row moves, and no decision is cached.
 *
 * <p>The room does not evaluate ({@code policy} does) and does not edit ({@code rules} does, through the gate). Nor
 * does it hold facts: ids in it mean what the directory and the catalogue say they mean.
 */
@NullMarked
package dev.cofactor.ledger.rulebook;

import org.jspecify.annotations.NullMarked;
