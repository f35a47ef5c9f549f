// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Decoded samples to luminance. Colour spaces and profiles are passed over: between dark and light they change nothing. */
final class Greys {
    private static final int WHITE = 255;
    private static final int BLACK = 0;
    /** A picture with less between its darkest and its lightest shows nothing. */
    private static final int VISIBLE = 16;

    private Greys() {}

    /** What is transparent is white, unless nothing can be seen so: then it is black. */
    static Grey of(Raster raster, ColorModel model) {
        Grey onWhite = of(raster, model, WHITE);
        if (!model.hasAlpha() || shows(onWhite)) {
            return onWhite;
        }
        onWhite.wipe();
        return of(raster, model, BLACK);
    }

    private static boolean shows(Grey grey) {
        int low = 255;
        int high = 0;
        for (byte pixel : grey.pixels) {
            low = Math.min(low, pixel & 0xff);
            high = Math.max(high, pixel & 0xff);
        }
        return high - low >= VISIBLE;
    }

    private static Grey of(Raster raster, ColorModel model, int backdrop) {
        Grey grey = empty(raster);
        int bands = raster.getNumBands();
        int surplus = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        int[] palette = model instanceof IndexColorModel index ? palette(index, backdrop) : new int[0];
        int[] row = new int[grey.width * bands];
        for (int y = 0; y < grey.height; y++) {
            raster.getPixels(0, y, grey.width, 1, row);
            for (int x = 0; x < grey.width; x++) {
                int value = palette.length > 0 ? palette[row[x]] : over(backdrop, row, x * bands, bands, surplus);
                grey.pixels[y * grey.width + x] = (byte) value;
            }
        }
        return grey;
    }

    private static int over(int backdrop, int[] row, int at, int bands, int surplus) {
        if (bands <= 2) {
            int alpha = bands == 2 ? row[at + 1] >> surplus : 255;
            return over(backdrop, row[at] >> surplus, alpha);
        }
        int alpha = bands == 4 ? row[at + 3] >> surplus : 255;
        return over(backdrop, luminance(row[at], row[at + 1], row[at + 2]) >> surplus, alpha);
    }

    private static int over(int backdrop, int value, int alpha) {
        return (value * alpha + backdrop * (255 - alpha)) / 255;
    }

    private static int luminance(int red, int green, int blue) {
        return (77 * red + 151 * green + 28 * blue) >> 8;
    }

    private static int[] palette(IndexColorModel index, int backdrop) {
        int[] palette = new int[1 << index.getPixelSize()];
        for (int i = 0; i < Math.min(palette.length, index.getMapSize()); i++) {
            int value = luminance(index.getRed(i), index.getGreen(i), index.getBlue(i));
            palette[i] = over(backdrop, value, index.getAlpha(i));
        }
        return palette;
    }

    /**
     * Of four inks, of which ImageIO makes no colours. Programs store them the wrong way round, 255 for no ink, and the
     * first of them may be a luminance instead: either way light is where both it and the last are large. Where they are
     * stored the other way the picture comes out inverted, and inverted codes are read.
     */
    static Grey ofInks(Raster raster) {
        Grey grey = empty(raster);
        int[] row = new int[grey.width * 4];
        for (int y = 0; y < grey.height; y++) {
            raster.getPixels(0, y, grey.width, 1, row);
            for (int x = 0; x < grey.width; x++) {
                grey.pixels[y * grey.width + x] = (byte) (row[4 * x] * row[4 * x + 3] / 255);
            }
        }
        return grey;
    }

    private static Grey empty(Raster raster) {
        return new Grey(raster.getWidth(), raster.getHeight(), new byte[raster.getWidth() * raster.getHeight()]);
    }
}
