// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree as it is stored: grown by the frontier, keeping leaf hashes and the nodes of tiles, and nothing between. */
final class StoredTree {
    private record At(int level, long index) {}

    private final Map<At, Hash> kept = new HashMap<>();
    private Frontier frontier = Frontier.EMPTY;

    static StoredTree of(List<byte[]> entries) {
        StoredTree tree = new StoredTree();
        for (int i = 0; i < entries.size(); i += 256) {
            tree.append(entries.subList(i, Math.min(i + 256, entries.size())));
        }
        return tree;
    }

    void append(List<byte[]> entries) {
        List<Hash> leaves = entries.stream().map(Hash::ofLeaf).toList();
        for (int i = 0; i < leaves.size(); i++) {
            kept.put(new At(0, frontier.size() + i), leaves.get(i));
        }
        Frontier.Grown grown = frontier.appendAll(leaves);
        for (Frontier.Node node : grown.completed()) {
            if (node.inTile()) {
                kept.put(new At(node.level(), node.index()), node.hash());
            }
        }
        frontier = grown.frontier();
    }

    Frontier frontier() {
        return frontier;
    }

    Hash leaf(long index) {
        return stored(0, index);
    }

    private Hash stored(int level, long index) {
        Hash hash = kept.get(new At(level, index));
        if (hash == null) {
            throw new AssertionError("asked for a node that is not stored");
        }
        return hash;
    }

    Tile tile(TilePath path) {
        return Tile.of(path, this::stored);
    }

    /** As it was at that size. */
    NodeReader nodes(long size) {
        return NodeReader.ofTiles(size, this::tile);
    }

    TreeHead head(long size) {
        return Frontier.at(size, nodes(size)).head();
    }

    List<Hash> hashes(int count) {
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(leaf(i));
        }
        return hashes;
    }
}
