// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.ground.sealing.DataKeys;
import dev.cofactor.ground.sealing.DataKeys.DataKey;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ledger.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sealed values. Their data keys are moved; what they seal is not even read. */
final class NamedByValues implements Naming {
    private final Vault vault;
    private final DataKeys keys;

    NamedByValues(Vault vault, DataKeys keys) {
        this.vault = vault;
        this.keys = keys;
    }

    @Override
    public String rows() {
        return "value";
    }

    @Override
    public Map<UUID, Long> named() {
        return vault.named();
    }

    @Override
    public List<UUID> first(UUID key, int limit) {
        return vault.under(key, Optional.empty(), limit).stream()
                .map(one -> one.where().value())
                .toList();
    }

    /** A row that was written over or destroyed since it was read is not written: what is there now names a key of its own. */
    @Override
    public Portion next(UUID key, Optional<UUID> after, int limit) {
        List<Vault.Wrapped> found = vault.under(key, after, limit);
        List<Vault.Rewrapped> moving = new ArrayList<>();
        List<UUID> stuck = new ArrayList<>();
        for (Vault.Wrapped one : found) {
            UUID value = one.where().value();
            try {
                Optional<DataKey> moved = keys.rewrapped(one.where(), one.dataKey());
                moved.ifPresent(now -> moving.add(new Vault.Rewrapped(value, one.dataKey(), now)));
            } catch (Unopenable e) {
                stuck.add(value);
            }
        }
        return found.isEmpty()
                ? Portion.NONE
                : new Portion(
                        vault.rewrap(moving),
                        stuck,
                        Optional.of(found.getLast().where().value()));
    }
}
