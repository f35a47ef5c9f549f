// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries under one tile of leaf hashes, each after its length in two bytes, big-endian. */
public final class EntryBundle {
    public static final int MAX_ENTRY = 0xffff;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TilePath.WIDTH) {
            throw Unproven.malformed("a bundle has 1 to 256 entries");
        }
        if (entries.stream().anyMatch(entry -> entry.length > MAX_ENTRY)) {
            throw Unproven.malformed("an entry has at most 65535 bytes");
        }
        int length =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
        ByteBuffer to = ByteBuffer.allocate(length);
        entries.forEach(entry -> to.putShort((short) entry.length).put(entry));
        return to.array();
    }

    /** @param width how many entries the bundle's path names */
    public static List<byte[]> decode(byte[] bundle, int width) {
        ByteBuffer from = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (from.hasRemaining()) {
            entries.add(next(from));
        }
        if (entries.size() != width) {
            throw Unproven.malformed("bundle has the wrong number of entries");
        }
        return entries;
    }

    private static byte[] next(ByteBuffer from) {
        if (from.remaining() < Short.BYTES) {
            throw Unproven.malformed("bundle ends inside an entry");
        }
        int length = Short.toUnsignedInt(from.getShort());
        if (from.remaining() < length) {
            throw Unproven.malformed("bundle ends inside an entry");
        }
        byte[] entry = new byte[length];
        from.get(entry);
        return entry;
    }
}
