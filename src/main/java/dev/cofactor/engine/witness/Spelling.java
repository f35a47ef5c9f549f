// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Writes JSON in the one spelling of RFC 8785; of numbers only the integers within 2^53, and no null. */
final class Spelling {
    private static final long LARGEST = 1L << 53;
    private static final char FIRST_PRINTABLE = 0x20;

    private final StringBuilder out = new StringBuilder(2048);

    private Spelling() {}

    static StringBuilder of(JsonNode node) {
        Spelling spelling = new Spelling();
        spelling.append(node);
        return spelling.out;
    }

    private void append(JsonNode node) {
        if (node.isTextual()) {
            text(node.textValue());
        } else if (node.isObject()) {
            object(node);
        } else if (node.isArray()) {
            array(node);
        } else if (node.isBoolean()) {
            out.append(node.booleanValue());
        } else {
            boolean whole = node.isIntegralNumber() && node.canConvertToLong();
            Untrue.unless(
                    whole && node.longValue() <= LARGEST && node.longValue() >= -LARGEST,
                    "its JSON holds what it may not hold");
            out.append(node.longValue());
        }
    }

    private void object(JsonNode node) {
        List<String> names = new ArrayList<>(node.size());
        for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        names.sort(Comparator.naturalOrder()); // by UTF-16 code unit, as the RFC asks
        char before = '{';
        for (String name : names) {
            out.append(before);
            text(name);
            out.append(':');
            append(node.get(name));
            before = ',';
        }
        out.append(names.isEmpty() ? "{}" : "}");
    }

    private void array(JsonNode node) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            out.append(i == 0 ? "" : ",");
            append(node.get(i));
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
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
