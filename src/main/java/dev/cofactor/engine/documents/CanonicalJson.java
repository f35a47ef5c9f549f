// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.documents;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * JSON in the one spelling of RFC 8785: keys sorted by UTF-16 code unit, no blanks, shortest escapes. Of numbers there
 * are whole ones alone. Each method takes what is spelled already and spells what holds it.
 */
public final class CanonicalJson {
    private static final char FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    public static String object(Map<String, String> members) {
        return new TreeMap<>(members)
                .entrySet().stream()
                        .map(member -> text(member.getKey()) + ":" + member.getValue())
                        .collect(joining(",", "{", "}"));
    }

    /** A set has no order of its own, so its elements are sorted by their spelling. */
    public static String set(Stream<String> elements) {
        return list(elements.sorted());
    }

    public static String list(Stream<String> elements) {
        return elements.collect(joining(",", "[", "]"));
    }

    /** Whole numbers alone, so there is one spelling. */
    public static String number(int number) {
        return Integer.toString(number);
    }

    public static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(out, text.charAt(i));
        }
        return out.append('"').toString();
    }

    private static void append(StringBuilder out, char c) {
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
                    out.append(c);
                }
            }
        }
    }
}
