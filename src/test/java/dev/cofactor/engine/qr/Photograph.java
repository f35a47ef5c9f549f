// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * A screen as a telephone sees it. For every pixel of the camera the place on the screen is computed and looked up there
 * down to the stripes of red, green and blue that a screen's pixel is made of, which is where moiré comes from.
 */
final class Photograph {
    /** What a camera does to a screen. Angles in degrees, lengths in parts of the picture's width. */
    record Circumstances(
            double tilt, double turn, double glare, double vignette, int blur, double noise, boolean showsStripes) {
        static final Circumstances GOOD = new Circumstances(4, 2, 0, 0.1, 1, 3, true);

        Circumstances withTilt(double degrees, double turned) {
            return new Circumstances(degrees, turned, glare, vignette, blur, noise, showsStripes);
        }

        Circumstances withGlare(double brightness, double darkCorners) {
            return new Circumstances(tilt, turn, brightness, darkCorners, blur, noise, showsStripes);
        }

        Circumstances withBlur(int radius, double sensorNoise) {
            return new Circumstances(tilt, turn, glare, vignette, radius, sensorNoise, showsStripes);
        }
    }

    private static final double DISTANCE = 2.2;

    private final Canvas screen;
    private final int width;
    private final int height;
    private final Circumstances how;
    private final Random chance;
    private final double sinTurn;
    private final double cosTurn;
    private final double sinTilt;
    private final double cosTilt;

    private Photograph(Canvas screen, int width, int height, Circumstances how, Random chance) {
        this.screen = screen;
        this.width = width;
        this.height = height;
        this.how = how;
        this.chance = chance;
        sinTurn = Math.sin(Math.toRadians(how.turn()));
        cosTurn = Math.cos(Math.toRadians(how.turn()));
        sinTilt = Math.sin(Math.toRadians(how.tilt()));
        cosTilt = Math.cos(Math.toRadians(how.tilt()));
    }

    static BufferedImage of(Canvas screen, int width, int height, Circumstances how, Random chance) {
        return new Photograph(screen, width, height, how, chance).taken();
    }

    private BufferedImage taken() {
        float[][] colours = new float[3][width * height];
        double glareX = width * (0.25 + chance.nextDouble() / 2);
        double glareY = height * (0.25 + chance.nextDouble() / 2);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double away = Math.hypot(x - width / 2.0, y - height / 2.0) / width;
                double glare =
                        how.glare() * 255 * Math.exp(-square(Math.hypot(x - glareX, y - glareY) / (0.1 * width)));
                double dimmed = 1 - how.vignette() * 2 * away * away;
                expose(colours, x, y, dimmed, glare);
            }
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int colour = 0; colour < 3; colour++) {
            develop(blurred(colours[colour]), image, colour);
        }
        return image;
    }

    /** Four rays for each pixel of the camera. */
    private void expose(float[][] colours, int x, int y, double dimmed, double glare) {
        double[] sum = new double[3];
        for (int sub = 0; sub < 4; sub++) {
            double[] on = onScreen(x + 0.25 + 0.5 * (sub & 1), y + 0.25 + 0.5 * (sub >> 1));
            int column = (int) Math.floor(on[0]);
            double light = screen.at(column, (int) Math.floor(on[1]));
            int stripe = (int) ((on[0] - column) * 3);
            for (int colour = 0; colour < 3; colour++) {
                double seen = how.showsStripes() ? (stripe == colour ? 2.4 : 0.3) : 1;
                sum[colour] += light * seen / 4;
            }
        }
        for (int colour = 0; colour < 3; colour++) {
            colours[colour][y * width + x] = (float) (20 + sum[colour] * 0.85 * dimmed + glare);
        }
    }

    /** Through a pinhole: the screen stands tilted around its upright axis and turned in its plane. */
    private double[] onScreen(double x, double y) {
        double right = (x - width / 2.0) / width;
        double down = (y - height / 2.0) / width;
        double u = cosTurn * right + sinTurn * down;
        double v = -sinTurn * right + cosTurn * down;
        double depth = DISTANCE / (DISTANCE * cosTilt - u * sinTilt);
        double size = 1.15 * screen.width;
        return new double[] {u * depth * size + screen.width / 2.0, v * depth * cosTilt * size + screen.height / 2.0};
    }

    private float[] blurred(float[] from) {
        float[] to = from;
        for (int pass = 0; pass < 2; pass++) {
            to = smeared(smeared(to, 1), width);
        }
        return to;
    }

    private float[] smeared(float[] from, int stride) {
        if (how.blur() == 0) {
            return from;
        }
        float[] to = from.clone();
        int reach = how.blur() * stride;
        for (int i = reach; i < from.length - reach; i++) {
            float sum = 0;
            for (int step = -reach; step <= reach; step += stride) {
                sum += from[i + step];
            }
            to[i] = sum / (2 * how.blur() + 1);
        }
        return to;
    }

    private void develop(float[] light, BufferedImage image, int band) {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = light[y * width + x] + chance.nextGaussian() * how.noise();
                row[x] = (int) Math.clamp(value, 0, 255);
            }
            image.getRaster().setSamples(0, y, width, 1, band, row);
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
