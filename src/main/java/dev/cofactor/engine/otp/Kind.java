// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What makes the next code: the time, or a counter that moves with every use. */
public enum Kind {
    /** RFC 6238. */
    TOTP,
    /** RFC 4226. */
    HOTP,
    /** TOTP whose code is five characters of Steam's own alphabet; SHA-1 and 30 seconds, always. */
    STEAM;

    public boolean isTimed() {
        return this != HOTP;
    }

    /** As URIs and templates spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
