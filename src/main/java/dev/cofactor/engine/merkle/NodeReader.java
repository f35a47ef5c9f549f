// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.util.function.Function;

/** Where the nodes of a tree are looked up. Only complete nodes are asked for: all 2^level leaves below them exist. */
@FunctionalInterface
public interface NodeReader {
    /** @param level 0 for the leaves, one more for each step towards the root */
    Hash node(int level, long index);

    /**
     * Nodes from tiles, read as they stand in the tree of that size, each at most once. Good for a few proofs; keeps
     * every tile it has read.
     */
    static NodeReader ofTiles(long size, Function<TilePath, Tile> tiles) {
        return new Tile.Nodes(size, tiles);
    }
}
