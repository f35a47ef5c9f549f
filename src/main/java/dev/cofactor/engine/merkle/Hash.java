// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash of the tree. Leaves and nodes are hashed with different first bytes, so neither passes for the other. */
public final class Hash {
    public static final int SIZE = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** The root of the tree without leaves: the hash of nothing. */
    public static final Hash EMPTY_TREE = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw Unproven.malformed("a hash has 32 bytes");
        }
        return new Hash(bytes.clone());
    }

    /** The hash of an entry as it stands in the tree. */
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return new Hash(sha256.digest(entry));
    }

    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left.bytes);
        return new Hash(sha256.digest(right.bytes));
    }

    public static Hash fromBase64(String text) {
        return of(Strict.base64(text));
    }

    /** Reads 64 lower-case hexadecimal digits. */
    public static Hash fromHex(String text) {
        if (text.length() != 2 * SIZE
                || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw Unproven.malformed("a hash has 64 lower-case hexadecimal digits");
        }
        return new Hash(HexFormat.of().parseHex(text));
    }

    static Hash read(ByteBuffer from) {
        byte[] bytes = new byte[SIZE];
        from.get(bytes);
        return new Hash(bytes);
    }

    void write(ByteBuffer to) {
        to.put(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Takes the same time whether the first byte differs or the last. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes).getInt();
    }

    @Override
    public String toString() {
        return base64();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java platform has it
        }
    }
}
