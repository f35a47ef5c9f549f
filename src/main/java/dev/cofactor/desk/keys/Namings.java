// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.ground.sealing.DataKeys;
import dev.cofactor.ground.sealing.Rotation.Turning;
import dev.cofactor.ground.sealing.RowMacs;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All rows that name keys, by what the keys are for. */
@ApplicationScoped
class Namings {
    private final Vault vault;
    private final DataKeys keys;
    private final List<RowMacs.Coded> tables;

    Namings(Vault vault, DataKeys keys, @All List<RowMacs.Coded> tables) {
        this.vault = vault;
        this.keys = keys;
        this.tables = tables;
    }

    List<? extends Naming> of(Turning what) {
        return switch (what) {
            case VALUES -> List.of(new NamedByValues(vault, keys));
            case ROW_CODES -> tables.stream().map(NamedByCodes::new).toList();
        };
    }

    /** How many rows name which key. */
    Map<UUID, Long> named(Turning what) {
        Map<UUID, Long> all = new HashMap<>();
        of(what).forEach(rows -> rows.named().forEach((key, number) -> all.merge(key, number, Long::sum)));
        return all;
    }

    boolean isNamed(Turning what, UUID key) {
        return of(what).stream().anyMatch(rows -> !rows.first(key, 1).isEmpty());
    }
}
