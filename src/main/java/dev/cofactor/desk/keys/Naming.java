// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of one kind, each of which names the key without which it is worth nothing. */
interface Naming {
    /** What the rows are, in one word. */
    String rows();

    /** How many name which key. */
    Map<UUID, Long> named();

    /** The first of those that name this key. */
    List<UUID> first(UUID key, int limit);

    /** Puts the next rows that name this key under the one in use. */
    Portion next(UUID key, Optional<UUID> after, int limit);

    /**
     * What became of some rows.
     *
     * @param stuck those that do not open or are not what was sealed: they stay
     * @param last empty when there are no more
     */
    record Portion(int moved, List<UUID> stuck, Optional<UUID> last) {
        static final Portion NONE = new Portion(0, List.of(), Optional.empty());
    }
}
