// SPDX-License-Identifier: Apache-2.0
/**
 * The policy desk: shows the edition in force and those before it, and makes the next one: of one policy, of its state, of a
 * copy, or of the whole set as it is kept elsewhere.
 *
 * <p>Every save takes one path. It names the edition it starts from and is refused if another came first; so is one that is
 * about somebody or something that is not there, its clauses included, one that would leave nobody able to edit policies, and
 * one that a {@code SaveCheck} refuses. What looks like a mistake is said and holds nothing up. A dry run goes the same way up
 * to the record and leaves none.
 *
 * <p>The desk only proposes: {@code gate.change} applies, under the world of that moment, and the edition is on the
 * log with its hash before any decision uses it. It decides nothing itself, and shows rules and names to nobody but those
 * who may edit policies. Events name parts, never what stands in them.
 */
@NullMarked
package dev.cofactor.desk.rules;

import org.jspecify.annotations.NullMarked;
