// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: the roots of its complete subtrees, largest first, one for each bit set in the size. All that
 * is needed to append, and small enough (at most 63 hashes) to lie in the locked head row.
 */
public final class Frontier {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<Hash> peaks;

    /** A node all of whose leaves exist; it never changes again. */
    public record Node(int level, long index, Hash hash) {
        /** Whether a tile holds it. The levels between are computed from a tile when they are needed. */
        public boolean inTile() {
            return level % TilePath.HEIGHT == 0;
        }
    }

    /** What an append leads to: the frontier after it, and the nodes above the leaves that it completed. */
    public record Grown(Frontier frontier, List<Node> completed) {}

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /** The frontier of a stored tree, or of an earlier state of it. */
    public static Frontier at(long size, NodeReader nodes) {
        if (size < 0) {
            throw Unproven.malformed("a tree size is not negative");
        }
        return new Frontier(size, peaks(0, size, nodes));
    }

    /** Reads what {@link #bytes} wrote. */
    public static Frontier parse(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw Unproven.malformed("frontier is too short");
        }
        ByteBuffer from = ByteBuffer.wrap(bytes);
        long size = from.getLong();
        int count = Long.bitCount(size);
        if (size < 0 || from.remaining() != count * Hash.SIZE) {
            throw Unproven.malformed("frontier has the wrong length");
        }
        List<Hash> peaks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            peaks.add(Hash.read(from));
        }
        return new Frontier(size, List.copyOf(peaks));
    }

    /** The size as eight bytes, big-endian, then the hashes. */
    public byte[] bytes() {
        ByteBuffer to = ByteBuffer.allocate(Long.BYTES + peaks.size() * Hash.SIZE);
        to.putLong(size);
        peaks.forEach(peak -> peak.write(to));
        return to.array();
    }

    public Grown append(Hash leaf) {
        return appendAll(List.of(leaf));
    }

    public Grown appendAll(List<Hash> leaves) {
        long end = Math.addExact(size, leaves.size());
        ArrayList<Hash> grown = new ArrayList<>(peaks);
        List<Node> completed = new ArrayList<>(leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            push(leaves.get(i), size + i, grown, completed);
        }
        return new Grown(new Frontier(end, List.copyOf(grown)), List.copyOf(completed));
    }

    /** As in binary counting: each trailing one of the index is a subtree that this leaf completes. */
    private static void push(Hash leaf, long index, ArrayList<Hash> peaks, List<Node> completed) {
        Hash hash = leaf;
        int level = 0;
        for (long rest = index; (rest & 1) == 1; rest >>= 1) {
            hash = Hash.ofNode(peaks.removeLast(), hash);
            level++;
            completed.add(new Node(level, rest >> 1, hash));
        }
        peaks.add(hash);
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return peaks.isEmpty() ? Hash.EMPTY_TREE : join(peaks);
    }

    public TreeHead head() {
        return new TreeHead(size, root());
    }

    /** The hash over the leaves below a node, also where the tree ends before they do. */
    static Hash subtree(int level, long index, long size, NodeReader nodes) {
        long begin = index << level;
        return size - begin >= 1L << level ? nodes.node(level, index) : join(peaks(begin, size, nodes));
    }

    /** The complete subtrees over [begin, end), largest first; begin must be a multiple of the largest. */
    private static List<Hash> peaks(long begin, long end, NodeReader nodes) {
        List<Hash> peaks = new ArrayList<>();
        long at = begin;
        while (at < end) {
            int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - at);
            peaks.add(nodes.node(level, at >> level));
            at += 1L << level;
        }
        return List.copyOf(peaks);
    }

    private static Hash join(List<Hash> peaks) {
        Hash hash = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            hash = Hash.ofNode(peaks.get(i), hash);
        }
        return hash;
    }
}
