// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files of vectors: blocks between blank lines, each line "name: value", or "name:" and then the value's lines after "| ".
 * The verdict is in each block, so that another implementation can use them.
 */
final class Vectors {
    private Vectors() {}

    record Field(String name, String value) {}

    record Vector(List<Field> fields) {
        List<String> all(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .toList();
        }

        String get(String name) {
            return all(name).getFirst();
        }

        /** A value given in the clear or in hexadecimal. */
        byte[] bytes(String name) {
            List<String> hex = all(name + "-hex");
            return hex.isEmpty()
                    ? get(name).getBytes(StandardCharsets.UTF_8)
                    : HexFormat.of().parseHex(hex.getFirst());
        }

        List<Hash> hashes(String name) {
            return Stream.of(get(name).split(" "))
                    .filter(text -> !text.isEmpty())
                    .map(Hash::fromBase64)
                    .toList();
        }

        boolean isFine() {
            return get("expect").equals("ok");
        }

        @Override
        public String toString() {
            return fields.stream()
                    .limit(4)
                    .map(Field::value)
                    .map(value -> value.length() > 60 ? value.substring(0, 60) : value)
                    .collect(Collectors.joining(", "));
        }
    }

    static List<Vector> read(String file) {
        List<Vector> vectors = new ArrayList<>();
        for (String block : text(file).split("\n\n+")) {
            List<Field> fields = fields(block);
            if (!fields.isEmpty()) {
                vectors.add(new Vector(fields));
            }
        }
        return vectors;
    }

    private static List<Field> fields(String block) {
        List<Field> fields = new ArrayList<>();
        for (String line : block.split("\n")) {
            if (line.startsWith("|")) {
                Field begun = fields.removeLast();
                fields.add(new Field(begun.name(), begun.value() + line.substring(Math.min(2, line.length())) + "\n"));
            } else if (!line.startsWith("#")) {
                int colon = line.indexOf(':');
                fields.add(new Field(line.substring(0, colon), line.substring(Math.min(colon + 2, line.length()))));
            }
        }
        return fields;
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
