// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.util.Arrays;

/** Luminance, one byte a pixel, row by row. */
final class Grey {
    /** A picture that uses less than this of the 256 steps is faint. */
    private static final int FAINT = 128;
    /** One pixel in so many may be a speck. */
    private static final int STRAY = 5_000;
    /** How far the pixels reach that one is compared with to be sharpened, and how much is made of it. */
    private static final int AROUND = 4;

    private static final int SHARPENING = 2;

    final int width;
    final int height;
    final byte[] pixels;

    Grey(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** Each pixel is the mean of a square: what is finer than a pixel, such as the grid of a screen, goes. */
    Grey reduced(int divisor) {
        if (divisor == 1) {
            return this;
        }
        int toWidth = width / divisor;
        int toHeight = height / divisor;
        byte[] to = new byte[toWidth * toHeight];
        int[] sums = new int[toWidth];
        for (int y = 0; y < toHeight; y++) {
            Arrays.fill(sums, 0);
            for (int row = y * divisor; row < (y + 1) * divisor; row++) {
                add(row, divisor, sums);
            }
            for (int x = 0; x < toWidth; x++) {
                to[y * toWidth + x] = (byte) (sums[x] / (divisor * divisor));
            }
        }
        return new Grey(toWidth, toHeight, to);
    }

    private void add(int row, int divisor, int[] sums) {
        int at = row * width;
        for (int x = 0; x < sums.length; x++) {
            for (int i = 0; i < divisor; i++) {
                sums[x] += pixels[at++] & 0xff;
            }
        }
    }

    /** Twice as large, between the pixels their means. */
    Grey doubled() {
        Grey to = new Grey(2 * width, 2 * height, new byte[4 * width * height]);
        for (int y = 0; y < to.height; y++) {
            int top = Math.max(0, (y - 1) / 2);
            int bottom = Math.min(height - 1, (y + 1) / 2);
            for (int x = 0; x < to.width; x++) {
                int left = Math.max(0, (x - 1) / 2);
                int right = Math.min(width - 1, (x + 1) / 2);
                int sum = at(left, top) + at(right, top) + at(left, bottom) + at(right, bottom);
                to.pixels[y * to.width + x] = (byte) (sum / 4);
            }
        }
        return to;
    }

    Grey inverted() {
        byte[] to = new byte[pixels.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) ~pixels[i];
        }
        return new Grey(width, height, to);
    }

    /** Against a picture that is out of focus: each pixel is moved away from the mean of those around it. */
    Grey sharpened() {
        Grey to = new Grey(width, height, pixels.clone());
        int side = 2 * AROUND + 1;
        if (width < side || height < side) {
            return to;
        }
        for (int y = AROUND; y < height - AROUND; y++) {
            int[] columns = new int[width];
            for (int row = y - AROUND; row <= y + AROUND; row++) {
                for (int x = 0; x < width; x++) {
                    columns[x] += at(x, row);
                }
            }
            int sum = 0;
            for (int x = 0; x < side - 1; x++) {
                sum += columns[x];
            }
            for (int x = AROUND; x < width - AROUND; x++) {
                sum += columns[x + AROUND];
                int mean = sum / (side * side);
                to.pixels[y * width + x] = (byte) Math.clamp(at(x, y) + SHARPENING * (at(x, y) - mean), 0, 255);
                sum -= columns[x - AROUND];
            }
        }
        return to;
    }

    /** In place: a faint picture's darkest and lightest become black and white, but for a few stray pixels. */
    void stretch() {
        int[] counts = new int[256];
        for (byte pixel : pixels) {
            counts[pixel & 0xff]++;
        }
        int stray = pixels.length / STRAY;
        int low = 0;
        for (int seen = counts[0]; seen <= stray && low < 255; seen += counts[low]) {
            low++;
        }
        int high = 255;
        for (int seen = counts[255]; seen <= stray && high > low; seen += counts[high]) {
            high--;
        }
        if (high > low && high - low < FAINT) {
            stretch(low, high);
        }
    }

    private void stretch(int low, int high) {
        byte[] to = new byte[256];
        for (int i = 0; i < 256; i++) {
            to[i] = (byte) Math.clamp((i - low) * 255L / (high - low), 0, 255);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = to[pixels[i] & 0xff];
        }
    }

    void wipe() {
        Arrays.fill(pixels, (byte) 0);
    }
}
