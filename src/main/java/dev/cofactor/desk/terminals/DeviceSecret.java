// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.terminals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a terminal keeps to itself, and comes back with. It opens nothing but its own row. */
record DeviceSecret(String value) {
    private static final int BYTES = 32;
    private static final String PREFIX = "ctd_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    static DeviceSecret fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new DeviceSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<DeviceSecret> read(String shown) {
        return Optional.of(shown).filter(text -> FORM.matcher(text).matches()).map(DeviceSecret::new);
    }

    byte[] hash() {
        return sha256(value);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "DeviceSecret[redacted]";
    }
}
