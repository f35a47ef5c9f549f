// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files of vectors: blocks between blank lines, each line "name: value", each block with its verdict. */
record OtpVectors(Map<String, String> fields) {
    static List<OtpVectors> read(String file) {
        List<OtpVectors> vectors = new ArrayList<>();
        for (String block : text(file).split("\n\n+")) {
            Map<String, String> fields = new LinkedHashMap<>();
            block.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int colon = line.indexOf(": ");
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            });
            if (!fields.isEmpty()) {
                vectors.add(new OtpVectors(fields));
            }
        }
        return vectors;
    }

    String get(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean isFine() {
        return get("expect").equals("ok");
    }

    @Override
    public String toString() {
        return get("expect") + ": " + get("what");
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(OtpVectors.class.getResourceAsStream("/vectors/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
