// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.qr.Readings.Place;
import dev.cofactor.engine.qr.Readings.Reading;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.List;
import java.util.Optional;

/** One way to look at a picture. */
interface Eye {
    /** More than a QR code holds of anything but digits. */
    int MAX_CHARACTERS = 4_296;

    /** All codes it makes out in a picture of this size, the same one perhaps twice. */
    List<Reading> look(Grey grey, Deadline deadline);

    /** @param corners x and y by turns */
    static Optional<Reading> reading(String text, double[] corners) {
        if (text.isEmpty() || text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (int i = 0; i < corners.length; i += 2) {
            left = Math.min(left, corners[i]);
            right = Math.max(right, corners[i]);
            top = Math.min(top, corners[i + 1]);
            bottom = Math.max(bottom, corners[i + 1]);
        }
        Place place = new Place((int) left, (int) top, (int) (right - left), (int) (bottom - top));
        return Optional.of(new Reading(Plaintext.owning(text.getBytes(UTF_8)), place));
    }
}
