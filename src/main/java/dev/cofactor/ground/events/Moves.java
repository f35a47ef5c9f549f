// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.util.Set;
import java.util.UUID;

/**
 * Which versions a change moves, so that what was decided under the old ones is decided again.
 *
 * @param world whether it is something many decisions share
 * @param rows the single things it changes
 */
public record Moves(boolean world, Set<UUID> rows) {
    public static final Moves NOTHING = new Moves(false, Set.of());
    public static final Moves WORLD = new Moves(true, Set.of());
}
