// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of those who look after people: people and groups, what somebody leaves behind, and factors that are lost.
 *
 * <p>As in {@code web}, a page calls the same face of a feature that the API's resource calls and holds no rule: a button
 * that is missing is a courtesy, the refusal is the gate's. Everything here works without a script.
 *
 * <p>What is shown once, an invitation, is in the answer to the form that made it and nowhere else.
 */
@NullMarked
package dev.cofactor.face.office;

import org.jspecify.annotations.NullMarked;
