// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import dev.cofactor.ground.plaintext.Plaintext;
import java.util.List;

/** The different texts that were found in a picture, at least one. Whoever got them closes them. */
public record Readings(List<Reading> all) implements AutoCloseable {
    /** One text, and where it stands. */
    public record Reading(Plaintext text, Place place) {}

    /**
     * The smallest upright rectangle around the middles of a code's corners, in pixels of the picture as it is stored:
     * before any turning its EXIF orientation asks for. About right, to point at a code, not to cut it out.
     */
    public record Place(int x, int y, int width, int height) {
        Place times(double factor) {
            return new Place(
                    (int) Math.round(x * factor), (int) Math.round(y * factor), (int) Math.round(width * factor), (int)
                            Math.round(height * factor));
        }
    }

    public Readings {
        all = List.copyOf(all);
    }

    @Override
    public void close() {
        all.forEach(reading -> reading.text().close());
    }
}
