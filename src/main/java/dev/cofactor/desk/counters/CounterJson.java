// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.counters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How programs say where the other side counts. */
final class CounterJson {
    /** Longer than any code is. */
    private static final int LONGEST = 16;

    private CounterJson() {}

    /**
     * One of the two.
     *
     * @param codes two in a row
     * @param counter that the site expects
     */
    record Given(
            @Nullable List<@Nullable String> codes,
            @Nullable Long counter) {
        boolean isOneThing() {
            List<@Nullable String> two = codes;
            Long number = counter;
            if (two == null) {
                return number != null && number >= 0;
            }
            return number == null
                    && two.size() == 2
                    && two.stream().allMatch(code -> code != null && code.length() <= LONGEST);
        }
    }

    record Moved(long counter, long skipped) {
        static Moved of(Counters.Moved moved) {
            return new Moved(moved.counter(), moved.skipped());
        }
    }
}
