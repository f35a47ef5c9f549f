// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Backup codes in whatever text a site hands out. The rule stands in {@code src/docs/design/seeds.md}: what is left of a
 * line without its numbering is words; the codes are the words of the commonest shape, all else is headings.
 */
final class BackupText {
    static final int MOST = 100;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
    private static final Pattern NUMBER = Pattern.compile("(?<![^\\s(\\[])[(\\[]?\\d{1,3}[.):\\]]\\s+");
    private static final Pattern WORD = Pattern.compile("[^\\s,;|\\u00a0\\ufeff]+");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*");
    private static final Pattern HAS_DIGIT = Pattern.compile("[0-9]");

    private BackupText() {}

    /**
     * What was found.
     *
     * @param merged how many stood there more than once
     * @param ignored how many words were taken for something else
     */
    record Found(List<Plaintext> codes, int merged, int ignored) implements AutoCloseable {
        @Override
        public void close() {
            codes.forEach(Plaintext::close);
        }
    }

    /** Words of one line: those that belong together as one numbered code are one. */
    private record Word(char[] text, boolean lineOfCodes) {
        /** Lengths of the groups between dashes. */
        String shape() {
            StringBuilder shape = new StringBuilder();
            int group = 0;
            for (char c : text) {
                if (c == '-') {
                    shape.append(group).append('-');
                    group = 0;
                } else {
                    group++;
                }
            }
            return shape.append(group).toString();
        }

        boolean mayBeCode() {
            return text.length >= SHORTEST
                    && text.length <= LONGEST
                    && CODE.matcher(CharBuffer.wrap(text)).matches();
        }

        boolean hasDigit() {
            return HAS_DIGIT.matcher(CharBuffer.wrap(text)).find();
        }
    }

    /** The text stays the caller's. */
    static Found read(Plaintext text) {
        CharBuffer characters = decoded(text);
        List<Word> words = new ArrayList<>();
        try {
            Matcher line = LINE.matcher(characters);
            while (line.find()) {
                line(characters.subSequence(line.start(), line.end()), words);
            }
            return chosen(words);
        } finally {
            Arrays.fill(characters.array(), '\0');
            words.forEach(word -> Arrays.fill(word.text(), '\0'));
        }
    }

    private static CharBuffer decoded(Plaintext text) {
        byte[] bytes = text.reveal();
        CharBuffer characters = CharBuffer.wrap(new char[bytes.length]);
        boolean whole = !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), characters, true)
                .isError();
        if (!whole) {
            Arrays.fill(characters.array(), '\0');
            throw SeedRefused.backupCodes("this is not text in UTF-8");
        }
        return characters.flip();
    }

    private static void line(CharBuffer line, List<Word> words) {
        Matcher number = NUMBER.matcher(line);
        int from = 0;
        boolean numbered = false;
        List<char[]> found = new ArrayList<>();
        while (number.find()) {
            item(line.subSequence(from, number.start()), numbered, found);
            numbered = true;
            from = number.end();
        }
        item(line.subSequence(from, line.length()), numbered, found);
        String shape = found.isEmpty() ? "" : new Word(found.getFirst(), false).shape();
        boolean alike =
                found.stream().allMatch(text -> new Word(text, false).shape().equals(shape));
        found.forEach(text -> words.add(new Word(text, alike)));
    }

    /** "1. 1234 5678" is one code in two groups; without a number these are two. */
    private static void item(CharBuffer item, boolean numbered, List<char[]> found) {
        List<char[]> parts = new ArrayList<>();
        Matcher word = WORD.matcher(item);
        while (word.find()) {
            char[] text = new char[word.end() - word.start()];
            item.subSequence(word.start(), word.end()).get(text);
            parts.add(text);
        }
        boolean oneCode =
                numbered && parts.size() > 1 && parts.stream().allMatch(part -> new Word(part, false).hasDigit());
        if (oneCode) {
            CharBuffer joined = CharBuffer.allocate(
                    parts.stream().mapToInt(part -> part.length).sum());
            parts.forEach(joined::put);
            found.add(joined.array());
            parts.forEach(part -> Arrays.fill(part, '\0'));
        } else {
            found.addAll(parts);
        }
    }

    private static Found chosen(List<Word> words) {
        Map<String, Integer> shapes = new LinkedHashMap<>();
        words.stream()
                .filter(word -> word.mayBeCode() && word.hasDigit())
                .forEach(word -> shapes.merge(word.shape(), 1, Integer::sum));
        int most = shapes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> commonest = shapes.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        if (commonest.isEmpty()) {
            throw SeedRefused.backupCodes("there are no backup codes in this text");
        }
        if (commonest.size() > 1) {
            throw SeedRefused.backupCodes(
                    "there are codes of several lengths, equally many: send those that belong together alone");
        }
        String shape = commonest.getFirst();
        List<Word> codes = words.stream()
                .filter(word ->
                        word.mayBeCode() && word.shape().equals(shape) && (word.hasDigit() || word.lineOfCodes()))
                .toList();
        return once(codes, words.size() - codes.size());
    }

    private static Found once(List<Word> codes, int ignored) {
        List<char[]> once = new ArrayList<>();
        for (Word code : codes) {
            if (once.stream().noneMatch(before -> Arrays.equals(before, code.text()))) {
                once.add(code.text());
            }
        }
        if (once.size() > MOST) {
            throw SeedRefused.backupCodes("a pool has 1 to " + MOST + " backup codes");
        }
        List<Plaintext> found = once.stream().map(BackupText::ascii).toList();
        return new Found(found, codes.size() - once.size(), ignored);
    }

    private static Plaintext ascii(char[] text) {
        byte[] bytes = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            bytes[i] = (byte) text[i];
        }
        return Plaintext.owning(bytes);
    }
}
