// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Neighbouring hashes of one level of the tree, as strangers fetch them. */
public record Tile(TilePath path, List<Hash> hashes) {
    public Tile {
        if (path.level() == TilePath.ENTRIES || hashes.size() != path.width()) {
            throw Unproven.malformed("tile has the wrong width");
        }
        hashes = List.copyOf(hashes);
    }

    public static Tile of(TilePath path, NodeReader nodes) {
        List<Hash> hashes = new ArrayList<>(path.width());
        for (int i = 0; i < path.width(); i++) {
            hashes.add(nodes.node(path.level() * TilePath.HEIGHT, path.index() * TilePath.WIDTH + i));
        }
        return new Tile(path, hashes);
    }

    /** Reads what {@link #bytes} wrote. */
    public static Tile parse(TilePath path, byte[] bytes) {
        if (bytes.length != path.width() * Hash.SIZE) {
            throw Unproven.malformed("tile has the wrong length");
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        List<Hash> hashes = new ArrayList<>(path.width());
        while (from.hasRemaining()) {
            hashes.add(Hash.read(from));
        }
        return new Tile(path, hashes);
    }

    public byte[] bytes() {
        ByteBuffer to = ByteBuffer.allocate(hashes.size() * Hash.SIZE);
        hashes.forEach(hash -> hash.write(to));
        return to.array();
    }

    /** The beginning of this tile: what it was when the tree was smaller. */
    public Tile narrowed(int width) {
        if (width > path.width()) {
            throw Unproven.because("the tile is narrower");
        }
        TilePath narrower = new TilePath(path.level(), path.index(), width);
        return new Tile(narrower, hashes.subList(0, width));
    }

    /** A node of one of the eight levels that this tile stands for. */
    Hash node(int level, long index) {
        int above = level - path.level() * TilePath.HEIGHT;
        if (above < 0 || above >= TilePath.HEIGHT || index >> (TilePath.HEIGHT - above) != path.index()) {
            throw Unproven.because("the tile holds other nodes");
        }
        int from = (int) (index << above & (TilePath.WIDTH - 1));
        int to = from + (1 << above);
        if (to > hashes.size()) {
            throw Unproven.because("the tile is narrower");
        }
        return join(hashes.subList(from, to));
    }

    private static Hash join(List<Hash> hashes) {
        int half = hashes.size() / 2;
        return half == 0
                ? hashes.getFirst()
                : Hash.ofNode(join(hashes.subList(0, half)), join(hashes.subList(half, hashes.size())));
    }

    /** Nodes computed from tiles; see {@link NodeReader#ofTiles}. Not for several threads. */
    static final class Nodes implements NodeReader {
        private final long size;
        private final Function<TilePath, Tile> tiles;
        private final Map<TilePath, Tile> read = new HashMap<>();

        Nodes(long size, Function<TilePath, Tile> tiles) {
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
}
