// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.ground.plaintext.Plaintext;

/** RFC 4648, section 6, from bytes to bytes, so that no text of a seed stays behind. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int GROUP = 8;

    private Base32() {}

    /**
     * Skips blanks and dashes, takes both cases; padding may be missing, but not be wrong. Spare bits of the last character
     * are dropped whatever they are: some issuers make keys of random characters, and every app drops them.
     */
    static Plaintext decode(byte[] text) {
        int characters = countCharacters(text);
        Plaintext decoded = Plaintext.owning(new byte[characters * 5 / 8]);
        byte[] bytes = decoded.reveal();
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (byte b : text) {
            int value = value(b);
            if (value >= 0) {
                buffer = ((buffer << 5) | value) & 0xfff;
                bits += 5;
                if (bits >= 8) {
                    bits -= 8;
                    bytes[at++] = (byte) (buffer >> bits);
                }
            }
        }
        return decoded;
    }

    private static int countCharacters(byte[] text) {
        int characters = 0;
        int padding = 0;
        for (byte b : text) {
            if (b == '=') {
                padding++;
            } else if (!isSkipped(b)) {
                requireCharacter(b);
                requirePadding(padding == 0);
                characters++;
            }
        }
        int used = characters % GROUP;
        if (used == 1 || used == 3 || used == 6) {
            throw OtpRefused.seed("the setup key is not whole: a character is missing, or there is one too many");
        }
        requirePadding(padding == 0 || (used != 0 && padding == GROUP - used));
        if (characters * 5 / 8 > Seed.MAX_BYTES) {
            throw OtpRefused.seedTooLong();
        }
        if (characters == 0) {
            throw OtpRefused.seedMissing();
        }
        return characters;
    }

    private static void requireCharacter(byte b) {
        if (b == '0' || b == '1' || b == '8' || b == '9') {
            throw OtpRefused.seed("0, 1, 8 and 9 do not occur in setup keys; look for the letters O, I and B");
        }
        if (value(b) < 0) {
            throw OtpRefused.seed("a setup key has only the letters A to Z and the digits 2 to 7");
        }
    }

    private static void requirePadding(boolean right) {
        if (!right) {
            throw OtpRefused.seed("equals signs fill up the end of a setup key, and these do not; leave them out");
        }
    }

    static boolean isSkipped(byte b) {
        return b == ' ' || b == '-' || b == '\t' || b == '\n' || b == '\r';
    }

    static boolean isAlphanumeric(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
    }

    private static int value(byte b) {
        int upper = b >= 'a' && b <= 'z' ? b - 'a' + 'A' : b;
        return ALPHABET.indexOf(upper);
    }

    /** Upper case, without padding. */
    static Plaintext encode(Plaintext decoded) {
        byte[] bytes = decoded.reveal();
        byte[] text = new byte[(bytes.length * 8 + 4) / 5];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ALPHABET.charAt(fiveBits(bytes, i * 5));
        }
        return Plaintext.owning(text);
    }

    private static int fiveBits(byte[] bytes, int bit) {
        int at = bit / 8;
        int pair = ((bytes[at] & 0xff) << 8) | (at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0);
        return (pair >> (11 - bit % 8)) & 0x1f;
    }
}
