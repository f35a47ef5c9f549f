// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in the one spelling of RFC 8785: keys sorted by UTF-16 code unit, no blanks, shortest escapes. Of numbers
 * only integers within 2^53, of which there is one spelling without knowing about floating point.
 */
public final class CanonicalJson {
    private static final long LARGEST = 1L << 53;
    private static final char FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    /** @param value of strings, integers, booleans, collections and maps with string keys; anything else is a mistake here */
    public static byte[] write(Object value) {
        StringBuilder out = new StringBuilder(512);
        append(out, value);
        return out.toString().getBytes(UTF_8);
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case String text -> appendText(out, text);
            case Integer number -> out.append(number);
            case Long number -> out.append(exact(number));
            case Boolean truth -> out.append(truth);
            case Map<?, ?> members -> appendObject(out, members);
            case Collection<?> elements -> appendArray(out, elements);
            default ->
                throw new IllegalArgumentException(
                        "no JSON for a " + value.getClass().getName());
        }
    }

    private static void appendObject(StringBuilder out, Map<?, ?> members) {
        out.append('{');
        // A TreeMap of strings sorts by UTF-16 code unit, which is what the RFC asks for.
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((key, value) -> sorted.put((String) key, value));
        sorted.forEach((key, value) -> {
            appendText(separated(out, '{'), key);
            append(out.append(':'), value);
        });
        out.append('}');
    }

    private static void appendArray(StringBuilder out, Collection<?> elements) {
        out.append('[');
        elements.forEach(element -> append(separated(out, '['), element));
        out.append(']');
    }

    private static StringBuilder separated(StringBuilder out, char opening) {
        return out.charAt(out.length() - 1) == opening ? out : out.append(',');
    }

    private static long exact(long number) {
        if (number > LARGEST || number < -LARGEST) {
            throw new IllegalArgumentException("an integer beyond 2^53 has no exact JSON");
        }
        return number;
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendCharacter(out, text, i);
        }
        out.append('"');
    }

    private static void appendCharacter(StringBuilder out, String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < FIRST_PRINTABLE) {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(whole(text, at) ? c : '\ufffd');
                }
            }
        }
    }

    /** Half a surrogate pair has no UTF-8: it is replaced, as any other encoder would do behind our back. */
    private static boolean whole(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        return !Character.isLowSurrogate(c) || (at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
