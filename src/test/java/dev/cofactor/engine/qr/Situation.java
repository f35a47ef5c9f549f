// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import dev.cofactor.engine.qr.Photograph.Circumstances;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** In which circumstances pictures reach us. The same number makes the same picture, on every machine. */
enum Situation {
    LIGHT(95),
    DARK(95),
    FURNITURE(95),
    FRACTIONS(95),
    RECOMPRESSED(95),
    FAINT(95),
    FAINT_ON_A_PAGE(95),
    TURNED(95),
    SEVERAL(95),
    CROPPED(95),
    EXPORT(95),
    TILTED_PHOTO(95),
    NEAR_PHOTO(95),
    GLARE_PHOTO(95),
    BLURRED_PHOTO(95),
    EXPORT_PHOTO(95),
    DARK_PHOTO(95),
    FAR_PHOTO(66),
    HARD_PHOTO(50);

    /** Of a hundred so many are read at least: what was measured, less a little. */
    final int floor;

    Situation(int floor) {
        this.floor = floor;
    }

    /** A file, and what is to be read in it. */
    record Sample(byte[] picture, List<String> texts) {}

    Sample sample(int number) {
        Random chance = new Random(1_000L * ordinal() + number);
        return switch (this) {
            case LIGHT, DARK, FURNITURE, FRACTIONS, RECOMPRESSED, FAINT, CROPPED, EXPORT -> screenshot(chance);
            case FAINT_ON_A_PAGE -> faint(chance);
            case TURNED -> turned(chance);
            case SEVERAL -> several(chance);
            case TILTED_PHOTO,
                    NEAR_PHOTO,
                    GLARE_PHOTO,
                    BLURRED_PHOTO,
                    EXPORT_PHOTO,
                    DARK_PHOTO,
                    FAR_PHOTO,
                    HARD_PHOTO -> photograph(chance);
        };
    }

    private Sample screenshot(Random chance) {
        String text = this == EXPORT ? Texts.export(chance, 3 + chance.nextInt(8)) : Texts.account(chance);
        int modules = Canvas.modules(text).getWidth();
        double module = this == FRACTIONS ? 2 + 3 * chance.nextDouble() : 3 + chance.nextInt(4);
        double size = modules * module;
        int around = (int) (this == CROPPED ? module * (0.5 + chance.nextDouble()) : 60 + chance.nextInt(200));
        int background = this == DARK ? 24 : this == FAINT ? 140 : 255;
        int ink = this == DARK ? 235 : this == FAINT ? 110 : 0;
        double at = around + (this == FRACTIONS ? chance.nextDouble() : 0);
        Canvas canvas = new Canvas((int) (size + 2 * around), (int) (size + 2 * around), background);
        if (this == FURNITURE) {
            canvas.furniture(chance, ink, around - 16, around - 16, (int) size + 32);
        }
        canvas.code(text, at, at, size, ink, background);
        boolean isJpeg = this == RECOMPRESSED;
        byte[] picture = isJpeg ? Encoded.jpeg(Encoded.grey(canvas), 0.25, false) : Encoded.png(canvas);
        return new Sample(picture, List.of(text));
    }

    /** Dark as well as light pages, of full contrast but for the code. */
    private static Sample faint(Random chance) {
        String text = Texts.account(chance);
        boolean isDark = chance.nextBoolean();
        Canvas page = new Canvas(700, 600, isDark ? 20 : 250).furniture(chance, isDark ? 240 : 10, 180, 130, 300);
        return new Sample(
                Encoded.png(page.box(190, 140, 280, 280, 120).code(text, 210, 160, 240, 95, 125)), List.of(text));
    }

    private static Sample turned(Random chance) {
        String text = Texts.account(chance);
        double size = 160 + chance.nextInt(160);
        Canvas canvas = new Canvas(700, 600, 255).furniture(chance, 0, 100, 50, 500);
        double left = (700 - size) / 2;
        return new Sample(
                Encoded.png(canvas.code(text, left, (600 - size) / 2, size, 0, 255)
                        .turned(5 + 40 * chance.nextDouble(), 255)),
                List.of(text));
    }

    private static Sample several(Random chance) {
        List<String> texts = new ArrayList<>();
        int count = 2 + chance.nextInt(3);
        Canvas canvas = new Canvas(count * 330 + 40, 420, 255);
        for (int i = 0; i < count; i++) {
            texts.add(Texts.account(chance));
            double size = 160 + chance.nextInt(110);
            canvas.code(texts.getLast(), 40 + i * 330, 30 + chance.nextInt(95), size, 0, 255);
        }
        return new Sample(Encoded.png(canvas), texts);
    }

    private Sample photograph(Random chance) {
        String text = this == EXPORT_PHOTO ? Texts.export(chance, 4 + chance.nextInt(4)) : Texts.account(chance);
        Canvas screen = screen();
        int ink = this == DARK_PHOTO ? 220 : 10;
        int size = this == EXPORT_PHOTO ? Canvas.modules(text).getWidth() * 2 : 170 + chance.nextInt(80);
        int left = (screen.width - size) / 2 + chance.nextInt(20);
        int top = (screen.height - size) / 2;
        screen.furniture(chance, (ink + 128) / 2, left - 20, top - 20, size + 40)
                .code(text, left, top, size, ink, this == DARK_PHOTO ? 25 : 250);
        BufferedImage taken = Photograph.of(screen, 1600, 1200, circumstances(chance), chance);
        return new Sample(Encoded.jpeg(taken, this == HARD_PHOTO ? 0.5 : 0.8, false), List.of(text));
    }

    private Canvas screen() {
        return switch (this) {
            case NEAR_PHOTO, EXPORT_PHOTO -> new Canvas(420, 320, 250);
            case DARK_PHOTO -> new Canvas(800, 600, 25);
            case FAR_PHOTO -> new Canvas(1400, 1000, 250);
            default -> new Canvas(800, 600, 250);
        };
    }

    private Circumstances circumstances(Random chance) {
        double tilt = 2 * chance.nextDouble() - 1;
        double turn = 2 * chance.nextDouble() - 1;
        return switch (this) {
            case TILTED_PHOTO -> Circumstances.GOOD.withTilt(35 * tilt, 30 * turn);
            case GLARE_PHOTO -> Circumstances.GOOD.withGlare(0.6, 0.5);
            case BLURRED_PHOTO -> Circumstances.GOOD.withBlur(2 + chance.nextInt(2), 14);
            case HARD_PHOTO ->
                Circumstances.GOOD
                        .withTilt(40 * tilt, 45 * turn)
                        .withGlare(0.9, 0.8)
                        .withBlur(2, 20);
            default -> Circumstances.GOOD;
        };
    }
}
