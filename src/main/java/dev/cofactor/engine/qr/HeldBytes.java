// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes as the decoders want them, without the copy that ImageIO would make of them, in memory or in a file. */
final class HeldBytes extends ImageInputStreamImpl {
    private final byte[] bytes;

    HeldBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
