// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Nodes computed from tiles; see {@link NodeReader#ofTiles}. Not for several threads. */
final class TiledNodes implements NodeReader {
    private final long size;
    private final Function<TilePath, Tile> tiles;
    private final Map<TilePath, Tile> read = new HashMap<>();

    TiledNodes(long size, Function<TilePath, Tile> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public Hash node(int level, long index) {
        int above = level % TilePath.HEIGHT;
        TilePath path = TilePath.at(level / TilePath.HEIGHT, index >> (TilePath.HEIGHT - above), size);
        return read.computeIfAbsent(path, tiles).node(level, index);
    }
}
