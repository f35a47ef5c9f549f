// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a code. */
public enum Result {
    /** The site took it. */
    USED,
    /** The site refused it. */
    REJECTED,
    /** It was not entered anywhere. */
    NOT_USED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String word() {
        return word;
    }

    public static Optional<Result> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
