// SPDX-License-Identifier: Apache-2.0
/**
 * Where the root key comes from: a private file, a systemd credential, a key service elsewhere. The first two give bytes,
 * the last one wraps and unwraps and keeps its key; {@link Provider} is both.
 *
 * <p>It looks at a file's owner, rights and place before it reads it, and no provider takes a key from the environment,
 * which too many can read. Whoever holds what this room reads and a copy of the database holds everything.
 *
 * <p>What is wrapped, and under which names, is {@code sealing}'s to say.
 */
@NullMarked
package dev.cofactor.ground.unlocking;

import org.jspecify.annotations.NullMarked;
