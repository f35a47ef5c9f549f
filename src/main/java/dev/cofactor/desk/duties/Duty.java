// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of people. */
public enum Duty {
    /** Holds until he has one, and again should he lose it. */
    SET_UP_SECOND_FACTOR,
    /** Met by a password set later than this was asked. */
    CHANGE_PASSWORD;

    /** As it stands in rows and outside: "change-password". */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Duty> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
