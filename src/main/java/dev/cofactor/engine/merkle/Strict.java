// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Readers that know one spelling for each value. A second spelling would let somebody change a signed text's signature, or a
 * receipt, without changing what it says.
 */
final class Strict {
    /** Longer texts are refused unread: nothing here comes near it. */
    static final int MAX_TEXT = 1_000_000;

    private Strict() {}

    /** Standard alphabet, padded, without spare bits. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // refused below, without the library's message: it repeats the input
        }
        throw Unproven.malformed("not standard base64");
    }

    /** Decimal digits without a leading zero, below 2^63. */
    static long decimal(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && (text.equals("0") || text.charAt(0) != '0')) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                // refused below, without the library's message: it repeats the input
            }
        }
        throw Unproven.malformed("not a decimal number");
    }

    /** UTF-8 without control characters, newline excepted. */
    static String text(byte[] bytes) {
        if (bytes.length > MAX_TEXT) {
            throw Unproven.malformed("text is too long");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            requireNoControls(text);
            return text;
        } catch (CharacterCodingException e) {
            throw Unproven.malformed("text is not UTF-8");
        }
    }

    static byte[] bytes(String text) {
        requireNoControls(text);
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw Unproven.malformed("text is not UTF-8");
        }
    }

    private static void requireNoControls(String text) {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw Unproven.malformed("text has control characters");
        }
    }

    /** Names of keys stand between spaces, and before a plus. */
    static String name(String name) {
        bytes(name);
        boolean bad = name.codePoints()
                .anyMatch(c -> c == '+' || c == 0x85 || Character.isSpaceChar(c) || Character.isWhitespace(c));
        if (name.isEmpty() || bad) {
            throw Unproven.malformed("key name is empty, or has a space or a plus");
        }
        return name;
    }
}
