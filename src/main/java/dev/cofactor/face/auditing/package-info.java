// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of the log, for whoever may read it: looked through by conditions that stand in the address, one event whole with
 * what made it possible, receipts, exports, the whole log verified; and the access review.
 *
 * <p>A page calls the same face of a desk that the API's resource calls and holds no rule. Whoever looks is on the log
 * before he sees anything, and names are looked up for nobody else. Following how far a verification is leaves no event: it
 * says numbers, and nothing of what is on the log.
 *
 * <p>What is not sound is named as such and never shown as fact. Everything here works without a script.
 */
@NullMarked
package dev.cofactor.face.auditing;

import org.jspecify.annotations.NullMarked;
