// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.terminals;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody reads off a terminal and types: consonants alone, so that it spells nothing and no digit is taken for a letter. */
record TypedCode(String letters) {
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    static TypedCode fresh(SecureRandom random) {
        StringBuilder letters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new TypedCode(letters.toString());
    }

    /** However it is written: small letters, with spaces or without the dash. */
    static Optional<TypedCode> read(String typed) {
        return Optional.of(typed)
                .filter(text -> text.length() <= 4 * LENGTH)
                .map(text -> text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT))
                .filter(text -> FORM.matcher(text).matches())
                .map(TypedCode::new);
    }

    String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    byte[] hash() {
        return DeviceSecret.sha256("typed " + letters);
    }

    @Override
    public String toString() {
        return "TypedCode[redacted]";
    }
}
