// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A root key as one line of text: {@code cofactor-root-key-v1:}, 64 lower-case hexadecimal digits, a colon, and the first
 * 8 digits of the SHA-256 of all before that colon. The sum tells a damaged copy from another key, also after somebody
 * has typed it from paper. In bytes throughout: text that is a {@code String} cannot be overwritten.
 */
final class RootKeyText {
    static final int LONGEST = 1024;

    private static final byte[] ANY_VERSION = "cofactor-root-key-v".getBytes(US_ASCII);
    private static final byte[] HEAD = "cofactor-root-key-v1:".getBytes(US_ASCII);
    private static final int SUM_BYTES = 4;
    private static final int BEFORE_SUM = HEAD.length + 2 * RootKeyFile.KEY_BYTES;
    private static final int LENGTH = BEFORE_SUM + 1 + 2 * SUM_BYTES;

    private RootKeyText() {}

    static Plaintext write(Plaintext key) {
        ByteBuffer text = ByteBuffer.allocate(LENGTH + 1).put(HEAD);
        hex(key.reveal(), text);
        byte[] sum = sum(text.array());
        text.put((byte) ':');
        hex(sum, text);
        return Plaintext.owning(text.put((byte) '\n').array());
    }

    /** @param name what to call the text in a complaint */
    static Plaintext read(Plaintext text, String name) {
        byte[] bytes = text.reveal();
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
            length--;
        }
        if (!begins(bytes, length, HEAD)) {
            throw new CannotUnlock(name + foreign(bytes, length));
        }
        if (length != LENGTH || !sumFits(bytes)) {
            throw new CannotUnlock(name + " is damaged (its checksum does not fit): put a good copy in its place");
        }
        return Plaintext.owning(unhex(bytes));
    }

    private static String foreign(byte[] bytes, int length) {
        if (begins(HEAD, HEAD.length, Arrays.copyOf(bytes, length))) {
            return " is empty or cut off: put a good copy in its place";
        }
        return begins(bytes, length, ANY_VERSION)
                ? " is of a version this Cofactor does not know: start the one that made it, or a newer one"
                : " holds no root key: name the file that `cofactor key create` made";
    }

    private static boolean begins(byte[] bytes, int length, byte[] with) {
        return length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static boolean sumFits(byte[] text) {
        ByteBuffer expected = ByteBuffer.allocate(1 + 2 * SUM_BYTES).put((byte) ':');
        hex(sum(text), expected);
        return Arrays.equals(expected.array(), Arrays.copyOfRange(text, BEFORE_SUM, LENGTH));
    }

    private static byte[] sum(byte[] text) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(text, 0, BEFORE_SUM);
            return Arrays.copyOf(hash.digest(), SUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void hex(byte[] bytes, ByteBuffer text) {
        for (byte value : bytes) {
            text.put((byte) Character.forDigit((value >> 4) & 0xF, 16)).put((byte) Character.forDigit(value & 0xF, 16));
        }
    }

    /** The sum has been found to fit, so these are the digits that were written. */
    private static byte[] unhex(byte[] text) {
        byte[] key = new byte[RootKeyFile.KEY_BYTES];
        for (int i = 0; i < key.length; i++) {
            int at = HEAD.length + 2 * i;
            key[i] = (byte) (Character.digit(text[at], 16) << 4 | Character.digit(text[at + 1], 16));
        }
        return key;
    }
}
