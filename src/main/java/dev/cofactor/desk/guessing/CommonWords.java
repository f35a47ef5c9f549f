// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password is made of, as somebody sees it who tries the usual first. */
record CommonWords(Set<String> words, List<String> rows) {
    private static final String LIST = "/guessing/common.txt";
    private static final int LONGEST = 26;
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_RUN = 3;
    private static final int LETTER = 2;
    private static final int OTHER = 1;

    static CommonWords bundled() {
        try (InputStream list = CommonWords.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list of common passwords is missing");
            }
            return of(new String(list.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that begin with {@code =} are rows of keys, {@code #} is a remark; all else are words. */
    static CommonWords of(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<String> rows = lines.stream()
                .filter(line -> line.startsWith("="))
                .map(line -> line.substring(1))
                .flatMap(row -> List.of(row, new StringBuilder(row).reverse().toString()).stream())
                .toList();
        Set<String> words = lines.stream()
                .filter(line -> !line.startsWith("="))
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
        return new CommonWords(words, rows);
    }

    /** Two for each letter, one for each digit or sign; a common word, a run or a row of keys is as good as one letter. */
    int weight(String typed) {
        int[] all = typed.codePoints().toArray();
        int[] once = Arrays.copyOf(all, period(all));
        int weight = 0;
        int at = 0;
        while (at < once.length) {
            int known = known(once, at);
            weight += known > 0 || Character.isLetter(once[at]) ? LETTER : OTHER;
            at += Math.max(known, 1);
        }
        return weight;
    }

    /** How long the piece is that is repeated to the end; all of it, where none is. */
    private static int period(int[] all) {
        for (int piece = 1; piece <= all.length / 2; piece++) {
            if (Arrays.equals(all, piece, all.length, all, 0, all.length - piece)) {
                return piece;
            }
        }
        return all.length;
    }

    /** How much of it is one guess from here on; 0 for nothing. */
    private int known(int[] text, int at) {
        int steady = Math.max(run(text, at, 0), Math.max(run(text, at, 1), run(text, at, -1)));
        for (int length = Math.min(LONGEST, text.length - at); length > Math.max(steady, SHORTEST_RUN - 1); length--) {
            String piece = new String(text, at, length);
            if (rows.stream().anyMatch(row -> row.contains(piece)) || isWord(piece)) {
                return length;
            }
        }
        return steady >= SHORTEST_RUN ? steady : 0;
    }

    /** How far each sign is so much beyond the one before: "aaaa", "abcd", "4321". */
    private static int run(int[] text, int at, int by) {
        int end = at + 1;
        while (end < text.length && text[end] == text[end - 1] + by) {
            end++;
        }
        return end - at;
    }

    private boolean isWord(String piece) {
        return piece.length() >= SHORTEST_WORD
                && (words.contains(piece)
                        || words.contains(asLetters(piece, 'i'))
                        || words.contains(asLetters(piece, 'l')));
    }

    /** With the letters that digits and signs are written for. */
    static String asLetters(String text, char one) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().forEach(sign -> letters.append(letter((char) sign, one)));
        return letters.toString();
    }

    private static char letter(char sign, char one) {
        return switch (sign) {
            case '0' -> 'o';
            case '1', '!', '|' -> one;
            case '3', '€' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            default -> sign;
        };
    }
}
