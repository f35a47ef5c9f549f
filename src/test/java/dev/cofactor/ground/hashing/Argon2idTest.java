// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.hashing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Argon2idTest {
    /** From the reference implementation's own tests. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void agreesWithTheReferenceImplementation() {
        assertThat(Argon2id.parse(REFERENCE).matches("password")).isTrue();
        assertThat(Argon2id.parse(REFERENCE).matches("passwore")).isFalse();
    }

    @Test
    void isReadBackAsItWasWritten() {
        assertThat(Argon2id.parse(REFERENCE).toString()).isEqualTo(REFERENCE);
        String own =
                Argon2id.of("correct horse", "0123456789abcdef".getBytes(UTF_8)).toString();
        assertThat(own).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2id.parse(own).matches("correct horse")).isTrue();
    }

    @Test
    void takesOnePasswordForTheSameHoweverItsLettersAreComposed() {
        String composed = Argon2id.of("Zo\u00eb's key ring", new byte[16]).toString();
        assertThat(Argon2id.parse(composed).matches("Zoe\u0308's key ring")).isTrue();
    }
}
