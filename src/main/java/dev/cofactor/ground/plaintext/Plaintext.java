// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.plaintext;

import java.util.Arrays;

/**
 * Bytes nobody may see by accident: they do not print, do not compare, and are overwritten when this is closed. Meant for
 * try-with-resources; every place that reads them says {@code reveal()}, and a search for that word finds them all.
 */
public final class Plaintext implements AutoCloseable {
    private final byte[] bytes;
    private volatile boolean closed;

    private Plaintext(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The array now belongs to the plaintext, which overwrites it in the end. */
    public static Plaintext owning(byte[] bytes) {
        return new Plaintext(bytes);
    }

    /** The bytes themselves, not a copy that would outlive them: keep no reference to the array. */
    public byte[] reveal() {
        if (closed) {
            throw new IllegalStateException("this plaintext is closed");
        }
        return bytes;
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
