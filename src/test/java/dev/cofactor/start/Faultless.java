// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.ServerProcess;
import java.util.regex.Pattern;

/** What a refusal to start must look like: one line for the operator, exit code 1, and nothing that frightens or betrays. */
final class Faultless {
    private static final Pattern TRACE = Pattern.compile("(?m)^\\s+at .*\\(.*\\)$|Exception|(?m)^WARN|ERROR");

    private Faultless() {}

    /** Says one line that holds these words, and ends. */
    static void refuses(ServerProcess server, String... words) {
        assertThat(server.ended()).as(server.err()).isEqualTo(Cofactor.UNEXPECTED);
        assertThat(server.lines()).as(server.err()).hasSize(1);
        assertThat(server.err()).contains(words);
        frightensNobody(server);
        assertThat(server.out()).isEmpty();
    }

    static void frightensNobody(ServerProcess server) {
        assertThat(server.err()).doesNotContainPattern(TRACE);
    }

    static void betraysNothing(ServerProcess server, String... secrets) {
        assertThat(server.err() + server.out()).doesNotContain(secrets);
    }

    static void saysNothing(ServerProcess server) {
        assertThat(server.err()).isEmpty();
    }
}
