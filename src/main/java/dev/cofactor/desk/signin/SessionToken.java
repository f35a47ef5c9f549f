// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What the cookie or a program holds. It leaves in the answer that opens the session and is nowhere kept: the database has its hash. */
public record SessionToken(String value) {
    private static final int BYTES = 32;

    /** So that whoever finds one lying about, people and scanners, sees what it is; and a cookie is never one. */
    private static final String FOR_PROGRAMS = "cfp_";

    static SessionToken fresh(SecureRandom random) {
        return new SessionToken(randomText(random));
    }

    static SessionToken freshForPrograms(SecureRandom random) {
        return new SessionToken(FOR_PROGRAMS + randomText(random));
    }

    static boolean isForPrograms(String value) {
        return value.startsWith(FOR_PROGRAMS);
    }

    public boolean isForBrowsers() {
        return !isForPrograms(value);
    }

    private static String randomText(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SessionToken[redacted]";
    }
}
