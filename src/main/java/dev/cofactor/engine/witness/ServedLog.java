// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.EntryBundle;
import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.Tile;
import dev.cofactor.engine.merkle.TilePath;
import dev.cofactor.ground.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies a log as strangers read it (C2SP tlog-tiles), entry by entry and tile by tile. */
public final class ServedLog {
    private static final int LONGEST_CHECKPOINT = 65_536;

    private final Source source;
    private final Growth tree;
    private final List<Level> levels = new ArrayList<>();
    private long time;

    /** Where the log is read. */
    @FunctionalInterface
    public interface Source {
        /**
         * @param path below the log's address
         * @param longest more bytes are refused unread
         */
        byte[] read(String path, int longest) throws IOException;
    }

    /** The hashes of a level of tiles since its last full tile. */
    private static final class Level {
        private final List<Hash> hashes = new ArrayList<>();
        private long tiles;
    }

    private ServedLog(Source source, Optional<Checkpoint> since) {
        this.source = source;
        this.tree = new Growth(since);
    }

    /** @throws Untrue at the first place that does not hold */
    public static Verdict verify(Source source, Pinned pinned, Optional<Checkpoint> since) throws IOException {
        Checkpoint signed;
        byte[] note = source.read("checkpoint", LONGEST_CHECKPOINT);
        try {
            signed = pinned.open(note);
        } catch (Problem e) {
            throw Untrue.at("checkpoint", e);
        }
        new ServedLog(source, since).verify(signed);
        return new Verdict(pinned.origin(), signed.head(), Map.of());
    }

    private void verify(Checkpoint signed) throws IOException {
        long size = signed.head().size();
        for (long first = 0; first < size; first += TilePath.WIDTH) {
            bundle(TilePath.at(0, first / TilePath.WIDTH, size), size);
        }
        for (int level = 0; level < levels.size(); level++) {
            if (!levels.get(level).hashes.isEmpty()) {
                tile(level, size);
            }
        }
        try {
            tree.requireEnd(signed.head());
        } catch (Untrue e) {
            throw Untrue.at("checkpoint", e);
        }
    }

    private void bundle(TilePath path, long size) throws IOException {
        String place = path.entries().text();
        byte[] bytes = source.read(place, path.width() * (Short.BYTES + EntryBundle.MAX_ENTRY));
        List<byte[]> entries;
        try {
            entries = EntryBundle.decode(bytes, path.width());
        } catch (Problem e) {
            throw Untrue.at(place, e);
        }
        long index = path.index() * TilePath.WIDTH;
        for (byte[] entry : entries) {
            append(entry, index++, size);
        }
    }

    private void append(byte[] entry, long index, long size) throws IOException {
        List<Frontier.Node> completed;
        Hash hash = Hash.ofLeaf(entry);
        try {
            Leaf leaf = Leaf.parse(entry);
            Untrue.unless(leaf.time() >= time, "it is earlier than the one before");
            time = leaf.time();
            completed = tree.append(hash);
        } catch (Problem e) {
            throw Untrue.at("entry " + index, e);
        }
        add(0, hash, size);
        for (Frontier.Node node : completed) {
            if (node.inTile()) {
                add(node.level() / TilePath.HEIGHT, node.hash(), size);
            }
        }
    }

    private void add(int level, Hash hash, long size) throws IOException {
        if (level == levels.size()) {
            levels.add(new Level());
        }
        Level at = levels.get(level);
        at.hashes.add(hash);
        if (at.hashes.size() == TilePath.WIDTH) {
            tile(level, size);
        }
    }

    /** Fetches the tile and compares it with what the entries lead to. */
    private void tile(int number, long size) throws IOException {
        Level level = levels.get(number);
        TilePath path = TilePath.at(number, level.tiles, size);
        byte[] bytes = source.read(path.text(), path.width() * Hash.SIZE);
        try {
            List<Hash> served = Tile.parse(path, bytes).hashes();
            for (int i = 0; i < served.size(); i++) {
                boolean right = served.get(i).equals(level.hashes.get(i));
                Untrue.unless(right, "its hash " + i + " is not what the entries lead to");
            }
        } catch (Problem e) {
            throw Untrue.at(path.text(), e);
        }
        level.hashes.clear();
        level.tiles++;
    }
}
