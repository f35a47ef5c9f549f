// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.toll;

import java.time.Duration;
import java.time.Instant;

/** Windows lie one beside the other, each as long as the limit says, for everybody alike. */
final class Windows {
    private Windows() {}

    static Instant begin(Instant now, Duration per) {
        long second = now.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, per.toSeconds()));
    }
}
