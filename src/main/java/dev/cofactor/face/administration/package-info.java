// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of whoever runs the installation: how it is, the keys and their turning, where messages are sent, and whether mail
 * arrives.
 *
 * <p>A page calls the same face of a desk that the API's resource calls and holds no rule. Everything here works without a
 * script; one goes on re-wrapping where the other would be pressed again and again. What destroys a key asks for a fresh
 * proof, says what never opens again, and has its name typed.
 *
 * <p>No page shows a byte of a key, where a channel leads, or what another server answered. What signs for a webhook is in the
 * answer to the form that made it and nowhere else.
 */
@NullMarked
package dev.cofactor.face.administration;

import org.jspecify.annotations.NullMarked;
