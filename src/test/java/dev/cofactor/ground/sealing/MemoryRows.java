// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The keys' tables in memory, of one installation. */
class MemoryRows extends SealingKeyRows {
    private final UUID installation;
    private final List<RootKey.KeyName> keys = new ArrayList<>();
    private final Map<UUID, Map<String, byte[]>> wraps = new HashMap<>();

    @SuppressWarnings("NullAway") // it asks nobody
    MemoryRows(UUID installation) {
        super(null);
        this.installation = installation;
    }

    @Override
    UUID installation() {
        return installation;
    }

    @Override
    synchronized List<String> roots() {
        return wraps.values().stream()
                .flatMap(of -> of.keySet().stream())
                .distinct()
                .toList();
    }

    @Override
    synchronized Optional<Stored> newest(Purpose purpose, String label, String root) {
        return keys.stream()
                .filter(key -> key.purpose() == purpose && key.label().equals(label))
                .max(Comparator.comparingInt(RootKey.KeyName::version))
                .map(key -> stored(key, root));
    }

    @Override
    synchronized Optional<Stored> find(Purpose purpose, UUID id, String root) {
        return keys.stream()
                .filter(key -> key.purpose() == purpose && key.id().equals(id))
                .map(key -> stored(key, root))
                .findFirst();
    }

    @Override
    synchronized void addMissing(List<Fresh> fresh, String root) {
        for (Fresh key : fresh) {
            keys.add(key.name());
            wraps.computeIfAbsent(key.name().id(), id -> new HashMap<>()).put(root, key.wrapped());
        }
    }

    private Stored stored(RootKey.KeyName key, String root) {
        Map<String, byte[]> wrapped = wraps.getOrDefault(key.id(), Map.of());
        return new Stored(key.id(), key.label(), key.version(), wrapped.get(root), !wrapped.isEmpty());
    }
}
