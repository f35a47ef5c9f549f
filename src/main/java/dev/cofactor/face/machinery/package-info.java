// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of programs: services and their tokens, agents and for whom they act, and federations, which say on whose word a
 * program is let in without any token of ours.
 *
 * <p>A page calls the same face of a desk that the API's resource calls and holds no rule. Everything here works without a
 * script. A token of ours is in the answer to the form that made it and nowhere else. A token of somebody else's that is
 * tried goes to the desk and is kept and repeated nowhere: the page says which conditions it meets, in the federation's own
 * words.
 */
@NullMarked
package dev.cofactor.face.machinery;

import org.jspecify.annotations.NullMarked;
