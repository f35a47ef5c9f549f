// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The hash under the HMAC. Its name is how URIs spell it. */
public enum Algorithm {
    SHA1(20),
    SHA256(32),
    SHA512(64);

    private final int hashBytes;

    Algorithm(int hashBytes) {
        this.hashBytes = hashBytes;
    }

    /** As long as the hash is what RFC 6238 recommends for a seed. */
    int seedBytes() {
        return hashBytes;
    }

    String macName() {
        return "Hmac" + name();
    }

    /** By its one name. */
    public static Optional<Algorithm> find(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** Any case, with or without dashes, underscores and a leading HMAC: {@code sha1}, {@code SHA-256}, {@code HmacSHA512}. */
    static Algorithm read(String text) {
        String bare = text.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
        String name = bare.startsWith("HMAC") ? bare.substring("HMAC".length()) : bare;
        return switch (name) {
            case "SHA1" -> SHA1;
            case "SHA256" -> SHA256;
            case "SHA512" -> SHA512;
            case "MD5" -> throw OtpRefused.md5();
            default -> throw OtpRefused.algorithm();
        };
    }
}
