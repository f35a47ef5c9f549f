// SPDX-License-Identifier: Apache-2.0
/**
 * Slow hashes of what people type: passwords and recovery codes. Argon2id in its usual text form, which carries its own
 * cost, so that raising the cost voids nothing.
 *
 * <p>Two are computed at once in the whole process, whatever they are of; whoever calls holds no transaction. Where there is
 * nothing to compare with, the same work is done for nothing.
 *
 * <p>The room keeps nothing, knows no person and slows nobody down between two guesses: that is the caller's.
 */
@NullMarked
package dev.cofactor.ground.hashing;

import org.jspecify.annotations.NullMarked;
