// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import dev.cofactor.engine.qr.Readings.Reading;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The attempts on one picture, the promising ones first: at each size ZXing, then BoofCV; then BoofCV on the inverted
 * picture, and both on a sharpened one. Each attempt looks for all codes. Once there is a text, the search goes on until {@link #QUIET} attempts in a row
 * have brought no new one.
 */
final class Search {
    private static final int QUIET = 2;

    private final Deadline deadline;
    private final List<Reading> found = new ArrayList<>();
    private int quiet;

    Search(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @throws PictureRefused when there is no code, or none was found in time */
    Readings search(Scaled picture) {
        picture.grey().stretch();
        ZxingEye zxing = new ZxingEye();
        BoofEye boof = new BoofEye();
        List<Integer> sizes = Sizes.of(picture.grey());
        sizes.forEach(size -> at(picture, size, List.of(zxing, boof), grey -> grey));
        sizes.forEach(size -> at(picture, size, List.of(boof), Grey::inverted));
        sizes.forEach(size -> at(picture, size, List.of(zxing, boof), Grey::sharpened));
        if (!found.isEmpty()) {
            return new Readings(found);
        }
        throw deadline.hasPassed() ? PictureRefused.tookTooLong() : PictureRefused.noQrCode();
    }

    private void at(Scaled picture, int size, List<Eye> eyes, UnaryOperator<Grey> treatment) {
        if (isDone()) {
            return;
        }
        Scaled sized = size == Sizes.DOUBLED ? picture.doubled() : picture.reduced(size);
        Grey grey = treatment.apply(sized.grey());
        for (Eye eye : eyes) {
            if (!isDone() && (eye instanceof ZxingEye || grey.pixels.length <= BoofEye.MAX_PIXELS)) {
                attempt(eye, grey, sized.factor());
            }
        }
        for (Grey made : List.of(grey, sized.grey())) {
            if (made != picture.grey()) {
                made.wipe();
            }
        }
    }

    private boolean isDone() {
        return deadline.hasPassed() || (!found.isEmpty() && quiet >= QUIET);
    }

    private void attempt(Eye eye, Grey grey, double factor) {
        boolean isNew = false;
        for (Reading reading : seen(eye, grey)) {
            if (isKnown(reading.text())) {
                reading.text().close();
            } else {
                found.add(new Reading(reading.text(), reading.place().times(factor)));
                isNew = true;
            }
        }
        quiet = isNew ? 0 : quiet + 1;
    }

    /** The readers were not written for pictures made to break them: one that falls over has seen nothing. */
    private List<Reading> seen(Eye eye, Grey grey) {
        try {
            return eye.look(grey, deadline);
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private boolean isKnown(Plaintext text) {
        return found.stream().anyMatch(known -> Arrays.equals(known.text().reveal(), text.reveal()));
    }

    /** At which sizes to look at a picture, the most promising first. */
    private static final class Sizes {
        /** In place of a divisor. */
        static final int DOUBLED = 0;

        /** Larger pictures are photographs, or screenshots of very large screens: their codes are large as well. */
        private static final int LARGE = 1_800;

        private static final List<Integer> LONG_SIDES = List.of(1_400, 800, 2_200);
        private static final int LEAST_SIDE = 40;
        private static final int MAX_DOUBLED = 1_300_000;

        private Sizes() {}

        static List<Integer> of(Grey picture) {
            int side = Math.max(picture.width, picture.height);
            List<Integer> sizes = new ArrayList<>();
            if (side > LARGE) {
                LONG_SIDES.forEach(wanted -> sizes.add((int) Math.max(1, Math.round((double) side / wanted))));
                sizes.add(1);
            } else {
                sizes.addAll(List.of(1, 2));
                if (picture.pixels.length <= MAX_DOUBLED) {
                    sizes.add(DOUBLED);
                }
                sizes.add(3);
            }
            int least = Math.min(picture.width, picture.height);
            return sizes.stream()
                    .distinct()
                    .filter(size -> size <= 1 || least / size >= LEAST_SIDE)
                    .toList();
        }
    }
}
