// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.zxing.common.BitMatrix;
import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The smallest kind of PNG: one bit a pixel, one chunk of data, nothing that tells when or with what it was made. */
final class Png {
    private static final byte[] MAGIC = "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1);
    private static final int CHUNK = 12;
    private static final int HEADER = 13;

    private Png() {}

    /** @param margin in modules, on every side */
    static Plaintext of(BitMatrix modules, int margin, int scale) {
        int width = (modules.getWidth() + 2 * margin) * scale;
        int height = (modules.getHeight() + 2 * margin) * scale;
        byte[] rows = rows(modules, margin, scale, width, height);
        byte[] packed = new byte[rows.length + 1024];
        int length = deflate(rows, packed);
        ByteBuffer header =
                ByteBuffer.allocate(HEADER).putInt(width).putInt(height).put((byte) 1);
        ByteBuffer png =
                ByteBuffer.allocate(MAGIC.length + 3 * CHUNK + HEADER + length).put(MAGIC);
        chunk(png, "IHDR", header.array(), HEADER);
        chunk(png, "IDAT", packed, length);
        chunk(png, "IEND", new byte[0], 0);
        Arrays.fill(rows, (byte) 0);
        Arrays.fill(packed, (byte) 0);
        return Plaintext.owning(png.array());
    }

    /** Each row begins with a byte that says it is stored as it is; a set bit is white. */
    private static byte[] rows(BitMatrix modules, int margin, int scale, int width, int height) {
        int stride = 1 + (width + 7) / 8;
        byte[] rows = new byte[stride * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!isDark(modules, x / scale - margin, y / scale - margin)) {
                    rows[y * stride + 1 + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return rows;
    }

    private static boolean isDark(BitMatrix modules, int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y);
    }

    private static int deflate(byte[] rows, byte[] into) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            return deflater.deflate(into);
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteBuffer png, String type, byte[] data, int length) {
        byte[] name = type.getBytes(ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data, 0, length);
        png.putInt(length).put(name).put(data, 0, length).putInt((int) sum.getValue());
    }
}
