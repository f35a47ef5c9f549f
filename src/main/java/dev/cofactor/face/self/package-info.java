// SPDX-License-Identifier: Apache-2.0
/**
 * The pages of what somebody proves himself with: one-time passwords, recovery codes, passkeys.
 *
 * <p>There is no API beside them: a credential for programs changes no factor. As in {@code web} they hold no rule. A factor is
 * set up, seen and removed by its own person, in a session of his browser. A seed is in the answers to the session that began
 * it, and recovery codes in the one answer that made them; all are {@code no-store}.
 *
 * <p>Apps and codes work without a script; copying, saving and printing are comforts of one.
 */
@NullMarked
package dev.cofactor.face.self;

import org.jspecify.annotations.NullMarked;
