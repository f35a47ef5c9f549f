// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of the policies: what they say, a form for one of them, its states and copies, policies to start from, and the
 * editions there have been.
 *
 * <p>As in {@code web}, a page calls the same face of a feature that the API's resource calls and holds no rule. A form never
 * loses what a policy asks: what has no field of its own stands beside the fields as JSON and goes back with them. Where
 * somebody else has saved meanwhile nothing is saved, and what was typed is there again. Everything works without a script.
 */
@NullMarked
package dev.cofactor.face.policies;

import org.jspecify.annotations.NullMarked;
