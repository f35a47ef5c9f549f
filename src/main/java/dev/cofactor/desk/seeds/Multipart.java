// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.plaintext.Plaintext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with files, read from memory: the framework's own reader would write the files to the disk, and a picture of a QR
 * code is a seed. Files are pictures, or whatever else the reader takes them for, whatever their names; other parts are short
 * words, and some of them no strings.
 *
 * @param sealed the words that were asked for as such
 */
public record Multipart(List<Plaintext> pictures, Map<String, String> words, Map<String, Plaintext> sealed)
        implements AutoCloseable {
    private static final int MOST_PARTS = 110;
    private static final int LONGEST_WORD = 1_000;

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^\\s;]{1,70})).*");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([a-z-]{1,40})\"");
    private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename\\*?=");

    /** The body stays the caller's. */
    static Multipart read(byte[] body, String type) {
        return read(body, type, Set.of());
    }

    /** @param sealed words that may be no strings, such as a password */
    public static Multipart read(byte[] body, String type, Set<String> sealed) {
        byte[] boundary = boundary(type);
        Multipart form = new Multipart(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        try {
            form.take(body, boundary, sealed);
            return form;
        } catch (RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private void take(byte[] body, byte[] boundary, Set<String> asked) {
        int at = find(body, boundary, 0);
        for (int part = 0; at >= 0; part++) {
            int begin = at + boundary.length;
            int next = find(body, boundary, begin);
            if (next < 0) {
                break;
            }
            if (part == MOST_PARTS) {
                throw SeedRefused.malformed("the form has too many parts");
            }
            part(body, begin, next, asked);
            at = next;
        }
    }

    private static byte[] boundary(String type) {
        Matcher matcher = BOUNDARY.matcher(type);
        if (!matcher.matches()) {
            throw SeedRefused.malformed("a form names its boundary");
        }
        String found = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return ("--" + found).getBytes(US_ASCII);
    }

    private void part(byte[] body, int begin, int end, Set<String> asked) {
        int blank = find(body, "\r\n\r\n".getBytes(US_ASCII), begin);
        if (blank < 0 || blank > end) {
            return;
        }
        String headers = new String(body, begin, blank - begin, ISO_8859_1);
        int first = blank + 4;
        int last = Math.max(first, end - 2); // the line's end belongs to the boundary
        if (FILE.matcher(headers).find()) {
            pictures.add(Plaintext.owning(Arrays.copyOfRange(body, first, last)));
            return;
        }
        Matcher name = NAME.matcher(headers);
        if (!name.find() || last - first > LONGEST_WORD) {
            throw SeedRefused.malformed("the parts of the form are files, and short words beside them");
        }
        if (asked.contains(name.group(1))) {
            Optional.ofNullable(sealed.put(name.group(1), Plaintext.owning(Arrays.copyOfRange(body, first, last))))
                    .ifPresent(Plaintext::close);
        } else {
            words.put(name.group(1), new String(body, first, last - first, UTF_8));
        }
    }

    private static int find(byte[] body, byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    public Optional<String> word(String name) {
        return Optional.ofNullable(words.get(name));
    }

    /** Which of several codes is meant, counted from 1. */
    OptionalInt choice() {
        Optional<String> word = word("choose");
        if (word.isEmpty()) {
            return OptionalInt.empty();
        }
        return word.filter(text -> text.matches("[1-9][0-9]{0,3}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElseThrow(SeedRefused::noSuchChoice);
    }

    @Override
    public void close() {
        pictures.forEach(Plaintext::close);
        sealed.values().forEach(Plaintext::close);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
