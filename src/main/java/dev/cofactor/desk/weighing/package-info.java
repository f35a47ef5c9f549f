// SPDX-License-Identifier: Apache-2.0
/**
 * What a change would give whoever asks for it, and who else could object.
 *
 * <p>Weighs one side of a change against the other: as whom its author can come (himself, and every service of which he has
 * seen what it shows), the rules, and where things lie. Time, place and proofs are left open: he gains if there is any
 * moment at which he could do more, or the same for less. Where the two sides are merely put in other words it may say that
 * he gains when he does not, and never the other way round.
 *
 * <p>It asks who holds a right, or did within the last days; a right that was taken away counts until they are over. And it
 * asks whether anybody who is active could still edit policies.
 *
 * <p>It reads facts, decides nothing and writes nothing. What follows is {@code proposals}'.
 */
@NullMarked
package dev.cofactor.desk.weighing;

import org.jspecify.annotations.NullMarked;
