// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.fixtures.QrPng;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** QR codes as a camera sees them, and as a site may draw them. */
final class QrMovie {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int WHITE = 235;
    private static final int BLACK = 16;
    private static final int NO_COLOUR = 128;

    /** Pixels of one square of a picture. */
    private static final int MODULE = 5;

    private QrMovie() {}

    /** One frame, over and over, as Chromium plays it instead of a camera. */
    static Path of(String text, Path file) throws IOException {
        BufferedImage picture = picture(text);
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) WHITE);
        int left = (WIDTH - picture.getWidth()) / 2;
        int top = (HEIGHT - picture.getHeight()) / 2;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                luma[(top + y) * WIDTH + left + x] = (byte) ((picture.getRGB(x, y) & 0xff) > 0 ? WHITE : BLACK);
            }
        }
        byte[] chroma = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(chroma, (byte) NO_COLOUR);
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        movie.writeBytes("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420mpeg2\n"
                .formatted(WIDTH, HEIGHT)
                .getBytes(US_ASCII));
        movie.writeBytes("FRAME\n".getBytes(US_ASCII));
        movie.writeBytes(luma);
        movie.writeBytes(chroma);
        return Files.write(file, movie.toByteArray());
    }

    /** The same as squares drawn one by one. */
    static String drawn(String text) {
        BufferedImage picture = picture(text);
        StringBuilder squares = new StringBuilder();
        for (int y = 0; y < picture.getHeight(); y += MODULE) {
            for (int x = 0; x < picture.getWidth(); x += MODULE) {
                if ((picture.getRGB(x, y) & 0xff) == 0) {
                    squares.append("M%d %dh1v1h-1z".formatted(x / MODULE, y / MODULE));
                }
            }
        }
        int side = picture.getWidth() / MODULE;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><script>alert(1)</script><path d=\"%s\"/></svg>"
                .formatted(side, side, squares);
    }

    private static BufferedImage picture(String text) {
        try {
            // Not from a stream of bytes, for which a file would be made; the reader closes this one itself.
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(QrPng.of(text))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
