// SPDX-License-Identifier: Apache-2.0
/**
 * Where the root key comes from: a private file, a systemd credential, a passphrase, a key service elsewhere. What they
 * have in common is small: which key it is, wrapping and unwrapping.
 *
 * <p>It looks at a file's owner, rights and place before it reads it, and no provider takes a key from the environment,
 * which too many can read. Whoever holds what this room reads and a copy of the database holds everything.
 *
 * <p>What is wrapped, and under which names, is {@code sealing}'s to say.
 */
@NullMarked
package dev.cofactor.ground.unlocking;

import org.jspecify.annotations.NullMarked;
