// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import dev.cofactor.engine.documents.PolicyRefused;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * So often in so long, counted where the record is made.
 *
 * @param by counted apart for each; empty where all are counted together
 */
public record Limit(int most, Duration per, Set<By> by) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int HIGHEST = 1_000_000;

    /** For what it is counted apart. */
    public enum By {
        ACTOR,
        SECRET
    }

    public Limit {
        PolicyRefused.unless(most > 0 && most <= HIGHEST, "is fewer than one, or more than " + HIGHEST);
        PolicyRefused.unless(
                per.compareTo(SHORTEST) >= 0 && per.compareTo(LONGEST) <= 0, "is per less than a second, or 31 days");
        by = by.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(by));
    }
}
