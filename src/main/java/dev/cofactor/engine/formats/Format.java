// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose export it is. */
public enum Format {
    OTPAUTH,
    GOOGLE,
    AEGIS,
    BITWARDEN_JSON,
    BITWARDEN_CSV,
    ONEPASSWORD,
    KEEPASSXC,
    DELINEA,
    COFACTOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Format> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Format::word).toList();
    }
}
