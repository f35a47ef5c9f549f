// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.ground.sealing.RowMacs;
import dev.cofactor.ground.sealing.RowMacs.Renewal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of one table that have codes. Each room knows how its own are coded; here they are only counted and called. */
final class NamedByCodes implements Naming {
    /** A change that comes between two readings looks like an altered row; several in a row do not happen. */
    private static final int LOOKS = 3;

    private final RowMacs.Coded table;

    NamedByCodes(RowMacs.Coded table) {
        this.table = table;
    }

    @Override
    public String rows() {
        return table.table();
    }

    @Override
    public Map<UUID, Long> named() {
        return table.named();
    }

    @Override
    public List<UUID> first(UUID key, int limit) {
        return table.under(key, Optional.empty(), limit);
    }

    @Override
    public Portion next(UUID key, Optional<UUID> after, int limit) {
        List<UUID> found = table.under(key, after, limit);
        List<UUID> stuck = new ArrayList<>();
        int moved = 0;
        for (UUID row : found) {
            switch (renewed(row)) {
                case DONE -> moved++;
                case UNTRUE -> stuck.add(row);
                case MEANWHILE -> {} // whoever has changed it has coded it
            }
        }
        return found.isEmpty() ? Portion.NONE : new Portion(moved, stuck, Optional.of(found.getLast()));
    }

    private Renewal renewed(UUID row) {
        Renewal renewal = table.renew(row);
        for (int look = 1; look < LOOKS && renewal == Renewal.UNTRUE; look++) {
            renewal = table.renew(row);
        }
        return renewal;
    }
}
