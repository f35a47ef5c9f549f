// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a field holds. Only what people search by may lie open; whatever opens a login is sealed. */
public enum FieldType {
    SINGLE_LINE(250, true),
    MULTI_LINE(5_000, true),
    PASSWORD(250, false),
    URL(2_000, true),
    /** In bytes: it is no text. */
    FILE(400 * 1024, false),
    /** An OTP seed, as a setup key or a setup address. */
    SEED(2_000, false),
    /** Single-use codes; the length is that of one. */
    BACKUP_CODES(64, false),
    /** Works again and again, so it is one value and no pool. */
    RECOVERY_KEY(1_000, false);

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int longest;
    private final boolean mayBeOpen;

    FieldType(int longest, boolean mayBeOpen) {
        this.longest = longest;
        this.mayBeOpen = mayBeOpen;
    }

    /** As templates spell it. */
    public String word() {
        return word;
    }

    /** In characters, as people count them. */
    public int longest() {
        return longest;
    }

    public boolean mayBeOpen() {
        return mayBeOpen;
    }

    public static Optional<FieldType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
