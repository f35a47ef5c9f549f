// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a picture says of itself before anything is decoded. The whole file is walked, part by part, because a decoder
 * trusts the length of a part and makes room for it: every part must lie inside the file.
 *
 * @param bytesPerPixel what the decoder holds for each pixel
 * @param isHeldWhole whether the decoder keeps all of it, whatever is taken of it: a JPEG in several scans
 */
record PictureHeader(PictureFormat format, int width, int height, int bytesPerPixel, boolean isHeldWhole) {
    static final int MAX_SIDE = 20_000;
    /** What a telephone calls 50 megapixels. */
    static final int MAX_PIXELS = 52_000_000;
    /** All coefficients of such a picture are held outside the heap: up to 6 bytes for each pixel. */
    static final int MAX_PIXELS_HELD_WHOLE = 16_000_000;

    /** @throws PictureRefused also when it is larger than can be read */
    static PictureHeader of(byte[] bytes) {
        if (bytes.length > QrReader.MAX_BYTES) {
            throw PictureRefused.tooLarge();
        }
        PictureFormat format = PictureFormat.of(bytes);
        try {
            return switch (format) {
                case PNG -> png(ByteBuffer.wrap(bytes)).within();
                case JPEG -> JpegWalk.header(bytes).within();
                case GIF -> gif(ByteBuffer.wrap(bytes)).within();
                case HEIC, AVIF, WEBP, BMP, TIFF, SVG, PDF, UNKNOWN -> throw PictureRefused.format(format);
            };
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw PictureRefused.damaged();
        }
    }

    private PictureHeader within() {
        if (width <= 0 || height <= 0) {
            throw PictureRefused.damaged();
        }
        long pixels = (long) width * height;
        if (width > MAX_SIDE
                || height > MAX_SIDE
                || pixels > MAX_PIXELS
                || (isHeldWhole && pixels > MAX_PIXELS_HELD_WHOLE)) {
            throw PictureRefused.tooManyPixels();
        }
        return this;
    }

    private static PictureHeader png(ByteBuffer in) {
        in.position(8);
        PictureHeader header = null;
        while (true) {
            int length = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            String type = new String(name, StandardCharsets.ISO_8859_1);
            if ((header == null) != type.equals("IHDR")) {
                throw PictureRefused.damaged();
            }
            if (header == null) {
                header = ihdr(in.slice(in.position(), length));
            }
            if (type.equals("IEND")) {
                return header;
            }
            // A negative length moves to before the chunk, or to before the file, which the buffer refuses.
            if (length < 0) {
                throw PictureRefused.damaged();
            }
            in.position(Math.addExact(in.position(), length)).getInt();
        }
    }

    private static PictureHeader ihdr(ByteBuffer in) {
        int width = in.getInt();
        int height = in.getInt();
        int depth = in.get();
        int channels = switch (in.get()) {
            case 0, 3 -> 1;
            case 4 -> 2;
            case 2 -> 3;
            // tRNS may add transparency to the others, too.
            case 6 -> 4;
            default -> throw PictureRefused.damaged();
        };
        return new PictureHeader(PictureFormat.PNG, width, height, depth == 16 ? 2 * channels : channels, false);
    }

    /** The first frame's size; what comes after it is never looked at. */
    private static PictureHeader gif(ByteBuffer in) {
        in.order(java.nio.ByteOrder.LITTLE_ENDIAN).position(6);
        int width = in.getShort() & 0xffff;
        int height = in.getShort() & 0xffff;
        int flags = in.get();
        in.position(13 + ((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1)));
        while (true) {
            switch (in.get()) {
                case 0x21 -> skipExtension(in);
                case 0x2c -> {
                    in.getInt();
                    return new PictureHeader(
                            PictureFormat.GIF,
                            Math.max(width, in.getShort() & 0xffff),
                            Math.max(height, in.getShort() & 0xffff),
                            1,
                            false);
                }
                default -> throw PictureRefused.damaged();
            }
        }
    }

    private static void skipExtension(ByteBuffer in) {
        in.get();
        int length = in.get() & 0xff;
        while (length > 0) {
            in.position(in.position() + length);
            length = in.get() & 0xff;
        }
    }
}
