// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A one-time password. It prints only where somebody wrote {@code text()}. */
public final class Code {
    private static final String STEAM_ALPHABET = "23456789BCDFGHJKMNPQRTVWXY";

    private final String text;

    private Code(String text) {
        this.text = text;
    }

    /** Built character by character, because formatters write the digits of the reader's language. */
    static Code of(int truncated, Parameters parameters) {
        boolean steam = parameters.kind() == Kind.STEAM;
        int base = steam ? STEAM_ALPHABET.length() : 10;
        char[] characters = new char[parameters.digits()];
        int rest = truncated;
        for (int i = 0; i < characters.length; i++) {
            int digit = rest % base;
            // Steam writes the least significant character first, everybody else last.
            characters[steam ? i : characters.length - 1 - i] =
                    steam ? STEAM_ALPHABET.charAt(digit) : (char) ('0' + digit);
            rest /= base;
        }
        return new Code(new String(characters));
    }

    /** Whether a text could be a code at all: as many characters as it has, all of them its own. Nothing is trimmed. */
    static boolean isWellFormed(String given, Parameters parameters) {
        if (given.length() != parameters.digits()) {
            return false;
        }
        return switch (parameters.kind()) {
            case TOTP, HOTP -> given.chars().allMatch(c -> c >= '0' && c <= '9');
            case STEAM -> given.chars().allMatch(c -> STEAM_ALPHABET.indexOf(c) >= 0);
        };
    }

    /** In a time that does not tell how much of it is right. */
    boolean isSameAs(String given) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
