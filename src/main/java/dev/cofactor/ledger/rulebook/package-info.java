// SPDX-License-Identifier: Apache-2.0
/**
 * The editions: the whole set of policies, one version after another.
 *
 * <p>An edition is never altered, and the server's role could not. A save writes the next one in the transaction that
 * records it, which somebody above has opened, and only on top of the last one. It loads only if the hash of its bytes is
 * the one recorded beside it and the one on the log, so a row changed behind our back stops the node from deciding rather
 * than deciding wrongly. The edition in force is held in memory with its index and replaced when its number moves; no
 * decision is cached, and no secret is held.
 *
 * <p>The first edition gives the roles their rights: a role is a built-in group, its rights are predefined policies.
 *
 * <p>The room does not evaluate ({@code policy} does) and does not edit ({@code rules} does, through the gate). Nor does
 * it hold facts: ids in it mean what the directory and the catalogue say they mean.
 */
@NullMarked
package dev.cofactor.ledger.rulebook;

import org.jspecify.annotations.NullMarked;
