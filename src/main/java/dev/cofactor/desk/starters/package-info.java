// SPDX-License-Identifier: Apache-2.0
/**
 * Policies to start from: what most installations want, written out, with holes where somebody or something has to be chosen.
 *
 * <p>None of them is in force. What is made of one is a draft, saved by the policy desk like any other policy, so it decides
 * nothing before somebody has read its sentence and put it in force. The room knows no way of its own into the rulebook, and
 * looks nothing up: whether what was chosen is there is for the save to say.
 */
@NullMarked
package dev.cofactor.desk.starters;

import org.jspecify.annotations.NullMarked;
