// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A piece of a file that may be a password as well as a name. Nobody knows which before it is asked for as one or the other;
 * until then it is no string, and in the end it is overwritten.
 */
final class Chars implements AutoCloseable {
    /** Of what is shown: anything longer is cut, and says so by its end. */
    private static final int LONGEST_SHOWN = 200;

    private final char[] characters;

    Chars(char[] owned) {
        characters = owned;
    }

    /** What a file says in UTF-8, without its byte order mark. */
    static Chars decoded(byte[] utf8) {
        char[] room = new char[utf8.length];
        try {
            CharBuffer into = CharBuffer.wrap(room);
            var decoder = StandardCharsets.UTF_8.newDecoder();
            if (decoder.decode(ByteBuffer.wrap(utf8), into, true).isError()) {
                throw FormatRefused.malformed("the file is not text in UTF-8");
            }
            int begin = into.position() > 0 && room[0] == '\uFEFF' ? 1 : 0;
            return new Chars(Arrays.copyOfRange(room, begin, into.position()));
        } finally {
            Arrays.fill(room, '\0');
        }
    }

    char[] all() {
        return characters;
    }

    int length() {
        return characters.length;
    }

    boolean isBlank() {
        for (char one : characters) {
            if (!Character.isWhitespace(one)) {
                return false;
            }
        }
        return true;
    }

    boolean begins(String word) {
        return characters.length >= word.length() && word.equalsIgnoreCase(new String(characters, 0, word.length()));
    }

    /** As a name: on one line, with nothing in it that is hidden or turns the writing round, and not endlessly long. */
    String shown() {
        return shown(new String(characters));
    }

    static String shown(String text) {
        StringBuilder kept = new StringBuilder();
        int[] points =
                text.codePoints().filter(Chars::isSeen).limit(LONGEST_SHOWN + 1).toArray();
        for (int i = 0; i < Math.min(points.length, LONGEST_SHOWN); i++) {
            kept.appendCodePoint(i == LONGEST_SHOWN - 1 && points.length > LONGEST_SHOWN ? '…' : points[i]);
        }
        return kept.toString().strip();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** As it stands there, for what is stored in clear. */
    String text() {
        return new String(characters).strip();
    }

    /** In UTF-8; the caller's to close. */
    Plaintext sealed() {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            Arrays.fill(encoded.array(), (byte) 0);
            return Plaintext.owning(bytes);
        } catch (CharacterCodingException e) {
            throw FormatRefused.malformed("a value holds half a character");
        }
    }

    /** The same of several lines, whose ends are spelt as they are stored. */
    Plaintext sealedLines() {
        char[] kept = new char[characters.length];
        int length = 0;
        for (char one : characters) {
            kept[length] = one;
            length += one == '\r' ? 0 : 1;
        }
        try (Chars lines = new Chars(Arrays.copyOf(kept, length))) {
            return lines.sealed();
        } finally {
            Arrays.fill(kept, '\0');
        }
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
