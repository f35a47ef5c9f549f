// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Files of vectors: blocks between blank lines, each line "name: value", and the verdict in each block. */
public final class SealingVectors {
    private SealingVectors() {}

    public record Vector(Map<String, String> fields) {
        public String get(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }

        public boolean has(String name) {
            return fields.containsKey(name);
        }

        public byte[] hex(String name) {
            return HexFormat.of().parseHex(get(name));
        }

        public UUID id(String name) {
            return UUID.fromString(get(name));
        }

        public boolean isFine() {
            return get("expect").equals("ok");
        }

        @Override
        public String toString() {
            return get("expect") + ": " + get("what");
        }
    }

    public static List<Vector> read(String file) {
        try {
            String text = Files.readString(Path.of("src/test/resources/vectors", file));
            return Arrays.stream(text.split("\n\n+"))
                    .filter(block -> !block.startsWith("#"))
                    .map(SealingVectors::vector)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector vector(String block) {
        var fields = new LinkedHashMap<String, String>();
        block.lines().map(line -> line.split(": ?", 2)).forEach(pair -> fields.put(pair[0], pair[1]));
        return new Vector(fields);
    }
}
