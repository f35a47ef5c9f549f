// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.Random;

/** A page as a screen shows it: grey, with codes and other things on it. Drawn by hand, since fonts differ between machines. */
final class Canvas {
    final int width;
    final int height;
    final float[] light;

    Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.light = new float[width * height];
        Arrays.fill(light, background);
    }

    static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    float at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : light[y * width + x];
    }

    /** A code whose modules may be any fraction of a pixel: at its edges pixels are in between, as browsers draw them. */
    Canvas code(String text, double left, double top, double size, int dark, int bright) {
        ByteMatrix modules = modules(text);
        double module = size / modules.getWidth();
        for (int y = (int) top; y < Math.min(height, top + size); y++) {
            for (int x = (int) left; x < Math.min(width, left + size); x++) {
                double covered = 0;
                for (int sub = 0; sub < 16; sub++) {
                    int column = (int) Math.floor((x + (sub % 4 + 0.5) / 4 - left) / module);
                    int row = (int) Math.floor((y + (sub / 4 + 0.5) / 4 - top) / module);
                    boolean inside =
                            column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
                    covered += inside && modules.get(column, row) == 1 ? 1.0 / 16 : 0;
                }
                if (x >= 0 && y >= 0) {
                    light[y * width + x] = (float) (dark * covered + bright * (1 - covered));
                }
            }
        }
        return this;
    }

    Canvas box(int left, int top, int wide, int high, int value) {
        for (int y = Math.max(0, top); y < Math.min(height, top + high); y++) {
            Arrays.fill(light, y * width + Math.max(0, left), y * width + Math.clamp(left + wide, 0, width), value);
        }
        return this;
    }

    /** Lines of strokes that look like writing from afar, bars and frames; never over the given square. */
    Canvas furniture(Random chance, int ink, int left, int top, int size) {
        for (int i = 0; i < width * height / 900; i++) {
            int x = chance.nextInt(width);
            int y = chance.nextInt(height / 18) * 18;
            int wide = 1 + chance.nextInt(9);
            int high = 2 + chance.nextInt(10);
            if (x + wide < left || x > left + size || y + high < top || y > top + size) {
                box(x, y, wide, high, ink);
            }
        }
        return box(0, 0, width, 14, ink).box(0, height - 9, width, 9, (ink + 128) / 2);
    }

    /** Turned around its middle; what comes in from outside is of the given value. */
    Canvas turned(double degrees, int outside) {
        Canvas to = new Canvas(width, height, outside);
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = cos * (x - width / 2.0) + sin * (y - height / 2.0) + width / 2.0;
                double fromY = -sin * (x - width / 2.0) + cos * (y - height / 2.0) + height / 2.0;
                if (fromX >= 0 && fromY >= 0 && fromX < width - 1 && fromY < height - 1) {
                    to.light[y * width + x] = between(fromX, fromY);
                }
            }
        }
        return to;
    }

    float between(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        double right = x - left;
        double low = y - top;
        return (float) ((1 - low) * ((1 - right) * at(left, top) + right * at(left + 1, top))
                + low * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1)));
    }
}
