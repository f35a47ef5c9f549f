// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.sealing.RootKey.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The keys' tables in memory, of one installation; without the week for which the database keeps a key. */
class MemoryRows extends SealingKeyRows {
    private final UUID installation;
    private final List<RootKey.KeyName> keys = new ArrayList<>();
    private final Map<UUID, Map<String, byte[]>> wraps = new HashMap<>();
    private final Set<UUID> promoted = new HashSet<>();
    private int writesLeft = Integer.MAX_VALUE;

    @SuppressWarnings("NullAway") // it asks nobody
    MemoryRows(UUID installation) {
        super(null);
        this.installation = installation;
    }

    /** The server is killed before its next write but so many. */
    synchronized void dieAfter(int writes) {
        writesLeft = writes;
    }

    static final class Killed extends RuntimeException {}

    private void write() {
        if (writesLeft == 0) {
            throw new Killed();
        }
        writesLeft--;
    }

    /** Somebody writes into the database. */
    synchronized void forge(UUID key, String root, byte[] wrapped) {
        under(key).put(root, wrapped);
    }

    /** Somebody takes away the rows of all keys for these. */
    synchronized void lose(Purpose... purposes) {
        keys.removeIf(key -> List.of(purposes).contains(key.purpose()));
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
        return of(purpose, label)
                .filter(key -> key.version() == 1 || promoted.contains(key.id()))
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
        write();
        for (Fresh key : fresh) {
            keys.add(key.name());
            under(key.name().id()).put(root, key.wrapped());
        }
    }

    @Override
    synchronized boolean addVersion(Fresh key, String root) {
        addMissing(List.of(key), root);
        return true;
    }

    @Override
    synchronized List<Rotation.Version> versions(Purpose purpose, String label) {
        return of(purpose, label)
                .sorted(Comparator.comparingInt(RootKey.KeyName::version))
                .map(key -> new Rotation.Version(
                        key.id(),
                        key.version(),
                        promoted.contains(key.id()),
                        under(key.id()).size()))
                .toList();
    }

    @Override
    synchronized void promote(UUID key) {
        write();
        promoted.add(key);
    }

    @Override
    synchronized boolean destroy(UUID key) {
        RootKey.KeyName doomed =
                keys.stream().filter(one -> one.id().equals(key)).findFirst().orElseThrow();
        boolean superseded = of(doomed.purpose(), doomed.label())
                .anyMatch(newer -> newer.version() > doomed.version() && promoted.contains(newer.id()));
        if (superseded) {
            write();
            under(key).clear();
        }
        return superseded;
    }

    @Override
    synchronized List<RootRotation.Root> rootsAndKeys(String own) {
        return roots().stream()
                .map(root -> new RootRotation.Root(
                        root,
                        wraps.values().stream()
                                .filter(of -> of.containsKey(root))
                                .count(),
                        root.equals(own)))
                .toList();
    }

    @Override
    synchronized List<Wrapped> wrapped(UUID of, String root) {
        return keys.stream()
                .flatMap(key -> wrap(key.id(), root).map(bytes -> new Wrapped(key, bytes)).stream())
                .toList();
    }

    @Override
    synchronized Optional<byte[]> wrap(UUID key, String root) {
        return Optional.ofNullable(wraps.getOrDefault(key, Map.of()).get(root));
    }

    @Override
    synchronized boolean keep(Fresh key, String root) {
        write();
        return under(key.name().id()).putIfAbsent(root, key.wrapped()) == null;
    }

    @Override
    synchronized int dropRoot(String gone, String kept) {
        write();
        int dropped = 0;
        for (Map<String, byte[]> of : wraps.values()) {
            dropped += of.containsKey(kept) && of.remove(gone) != null ? 1 : 0;
        }
        return dropped;
    }

    private Map<String, byte[]> under(UUID key) {
        return wraps.computeIfAbsent(key, id -> new HashMap<>());
    }

    private Stream<RootKey.KeyName> of(Purpose purpose, String label) {
        return keys.stream()
                .filter(key -> key.purpose() == purpose && key.label().equals(label));
    }

    private Stored stored(RootKey.KeyName key, String root) {
        Map<String, byte[]> wrapped = wraps.getOrDefault(key.id(), Map.of());
        return new Stored(key.id(), key.label(), key.version(), wrapped.get(root), !wrapped.isEmpty());
    }
}
