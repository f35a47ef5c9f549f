// SPDX-License-Identifier: Apache-2.0
/**
 * Who may speak to {@code /api} at all.
 *
 * <p>Every operation is closed unless it says otherwise: one guard takes the bearer credential, has it looked at by whoever
 * gives out such credentials, and puts the caller where the resource finds him. What a caller may do is not asked here.
 * Without a valid credential the answer is 401, and that somebody tried is on the log before.
 */
@NullMarked
package dev.cofactor.face.api;

import org.jspecify.annotations.NullMarked;
