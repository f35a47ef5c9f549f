// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.ground.plaintext.Plaintext;
import java.security.SecureRandom;

/** Bytes that a test knows and this process does not hold: two halves, which lie together for the moment of their use. */
public final class Masked {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] mask;
    private final byte[] masked;

    private Masked(byte[] bytes) {
        mask = new byte[bytes.length];
        masked = new byte[bytes.length];
        new SecureRandom().nextBytes(mask);
        for (int i = 0; i < bytes.length; i++) {
            masked[i] = (byte) (bytes[i] ^ mask[i]);
            bytes[i] = 0;
        }
    }

    public static Masked chance(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return new Masked(bytes);
    }

    /** Letters and digits, so that it is text as well. */
    public static Masked text(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) BASE32.charAt(new SecureRandom().nextInt(BASE32.length()));
        }
        return new Masked(bytes);
    }

    /** Whoever is given them closes them. */
    public Plaintext bytes() {
        byte[] bytes = new byte[mask.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (masked[i] ^ mask[i]);
        }
        return Plaintext.owning(bytes);
    }

    /** As a setup key. */
    public Plaintext base32() {
        try (Plaintext plain = bytes()) {
            byte[] bytes = plain.reveal();
            byte[] text = new byte[bytes.length * 8 / 5];
            for (int digit = 0; digit < text.length; digit++) {
                int value = 0;
                for (int bit = digit * 5; bit < digit * 5 + 5; bit++) {
                    value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
                }
                text[digit] = (byte) BASE32.charAt(value);
            }
            return Plaintext.owning(text);
        }
    }

    /** As what somebody typed. */
    public char[] characters() {
        try (Plaintext plain = bytes()) {
            byte[] bytes = plain.reveal();
            char[] text = new char[bytes.length];
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) bytes[i];
            }
            return text;
        }
    }
}
