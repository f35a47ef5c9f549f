// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The command line, called as somebody would. */
record Command(Map<String, String> environment) {
    static Command at(String url) {
        return new Command(Map.of("COFACTOR_URL", url, "COFACTOR_TOKEN", "cft_one"));
    }

    Command with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Command(more);
    }

    /** How it went. */
    record Ended(int exit, String out, String err) {
        Ended is(int expected) {
            assertThat(exit).as(err).isEqualTo(expected);
            assertThat(err.isEmpty() || !out.isEmpty() || exit != 0).isTrue();
            return this;
        }
    }

    Ended run(String... words) {
        return reading("", words);
    }

    Ended reading(String in, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new Remote(
                        environment,
                        new ByteArrayInputStream(in.getBytes(UTF_8)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        new Random(7))
                .run(words);
        return new Ended(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
