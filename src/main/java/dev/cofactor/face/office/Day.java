// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A day as a browser's field for dates writes it, in the log's own time: UTC. */
final class Day {
    private Day() {}

    /** What is no day is no condition. */
    static Map<String, List<String>> conditions(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return Map.of("from", List.of(midnight(day)), "until", List.of(midnight(day.plusDays(1))));
        } catch (DateTimeException e) {
            return Map.of();
        }
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
