// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.util.ArrayList;
import java.util.List;

/** At which sizes to look at a picture, the most promising first. */
final class Sizes {
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
