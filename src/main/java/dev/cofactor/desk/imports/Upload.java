// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.desk.seeds.Multipart;
import dev.cofactor.engine.formats.Format;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends to be looked at, or taken in. It owns the files and the password.
 *
 * @param template by id or name
 * @param folder by path or id
 * @param format found out, where it is not said
 */
public record Upload(
        List<Plaintext> files,
        String template,
        String folder,
        Optional<Format> format,
        Optional<Plaintext> password,
        Optional<String> plan,
        Optional<Set<Integer>> chosen)
        implements AutoCloseable {
    private static final String PASSWORD = "password";
    private static final String NUMBERS = "[1-9][0-9]{0,3}(,[1-9][0-9]{0,3})*";

    /** The body is overwritten; what was read of it is the upload's. */
    public static Upload read(byte @Nullable [] body, @Nullable String type) {
        byte[] given = body == null ? new byte[0] : body;
        try {
            Multipart form = Multipart.read(given, type == null ? "" : type, Set.of(PASSWORD));
            try {
                return of(form);
            } catch (RuntimeException e) {
                form.close();
                throw e;
            }
        } finally {
            Arrays.fill(given, (byte) 0);
        }
    }

    private static Upload of(Multipart form) {
        return new Upload(
                form.pictures().stream()
                        .filter(file -> file.reveal().length > 0)
                        .toList(),
                form.word("template").orElse(""),
                form.word("folder").orElse(""),
                form.word("format").filter(word -> !word.isEmpty()).map(Upload::format),
                Optional.ofNullable(form.sealed().get(PASSWORD)).filter(one -> one.reveal().length > 0),
                form.word("plan").filter(word -> !word.isEmpty()),
                form.word("entries").filter(word -> !word.isEmpty()).map(Upload::numbers));
    }

    /** The same, for another folder: by its id. */
    public Upload into(String id) {
        return new Upload(files, template, id, format, password, plan, chosen);
    }

    private static Format format(String word) {
        return Format.find(word)
                .orElseThrow(() -> ImportRefused.malformed("format is one of " + String.join(", ", Format.words())));
    }

    private static Set<Integer> numbers(String text) {
        if (!text.matches(NUMBERS)) {
            throw ImportRefused.malformed("entries are numbers with commas between them");
        }
        Set<Integer> numbers = new TreeSet<>();
        for (String number : text.split(",", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        return numbers;
    }

    @Override
    public void close() {
        files.forEach(Plaintext::close);
        password.ifPresent(Plaintext::close);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
