// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON strictly (RFC 8259), within limits, and overwrites every text it made once it is closed. A reader of our own,
 * because others make strings of what they read and keep their buffers for the next one.
 */
final class JsonReader implements AutoCloseable {
    private static final int DEEPEST = 40;
    private static final int MOST_PARTS = 300_000;
    private static final int LONGEST_NUMBER = 40;

    private final char[] in;
    private final List<Chars> texts = new ArrayList<>();
    private int at;
    private int parts;

    /** @param file stays the caller's */
    JsonReader(Chars file) {
        in = file.all();
    }

    Json read() {
        Json whole = value(0);
        blanks();
        if (at != in.length) {
            throw broken();
        }
        return whole;
    }

    private Json value(int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw FormatRefused.tooDeep();
        }
        blanks();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> text();
            case 't' -> word("true", Json.Word.TRUE);
            case 'f' -> word("false", Json.Word.FALSE);
            case 'n' -> word("null", Json.Word.NULL);
            default -> number();
        };
    }

    private Json object(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        at++;
        if (!ends('}')) {
            do {
                blanks();
                String name = new String(text().chars().all());
                blanks();
                take(':');
                // Which of two counts would depend on who reads it.
                if (members.putIfAbsent(name, value(depth + 1)) != null) {
                    throw broken();
                }
            } while (goesOn('}'));
        }
        return new Json.Members(members);
    }

    private Json array(int depth) {
        List<Json> elements = new ArrayList<>();
        at++;
        if (!ends(']')) {
            do {
                elements.add(value(depth + 1));
            } while (goesOn(']'));
        }
        return new Json.Array(elements);
    }

    private boolean ends(char end) {
        blanks();
        if (peek() == end) {
            at++;
            return true;
        }
        return false;
    }

    private boolean goesOn(char end) {
        if (ends(end)) {
            return false;
        }
        take(',');
        return true;
    }

    private Json.Text text() {
        take('"');
        int begin = at;
        while (peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
        }
        char[] room = new char[at - begin];
        int length = 0;
        try {
            for (int from = begin; from < at; length++) {
                room[length] = in[from++];
                if (room[length] < ' ') {
                    throw broken();
                }
                if (room[length] == '\\') {
                    boolean isCode = in[from] == 'u';
                    room[length] = isCode ? code(from + 1) : escaped(in[from]);
                    from += isCode ? 5 : 1;
                }
            }
            at++;
            Chars kept = new Chars(Arrays.copyOf(room, length));
            texts.add(kept);
            return new Json.Text(kept);
        } finally {
            Arrays.fill(room, '\0');
        }
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw broken();
        };
    }

    private char code(int from) {
        if (from + 4 > at) {
            throw broken();
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = in[i] < 128 ? Character.digit(in[i], 16) : -1;
            if (digit < 0) {
                throw broken();
            }
            code = (code << 4) | digit;
        }
        return (char) code;
    }

    private Json word(String word, Json.Word meaning) {
        for (char letter : word.toCharArray()) {
            take(letter);
        }
        return meaning;
    }

    private Json number() {
        int begin = at;
        while (at < in.length && "+-.0123456789eE".indexOf(in[at]) >= 0) {
            at++;
        }
        String digits = new String(in, begin, Math.min(at - begin, LONGEST_NUMBER));
        if (at - begin > LONGEST_NUMBER || !digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw broken();
        }
        return new Json.Digits(digits);
    }

    private void blanks() {
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
    }

    private char peek() {
        if (at >= in.length) {
            throw broken();
        }
        return in[at];
    }

    private void take(char wanted) {
        if (peek() != wanted) {
            throw broken();
        }
        at++;
    }

    private static FormatRefused broken() {
        return FormatRefused.malformed("the file is no JSON, or only the beginning of it");
    }

    @Override
    public void close() {
        texts.forEach(Chars::close);
    }
}
