// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import org.junit.jupiter.api.Test;

class EnteredTest {
    @Test
    void whatWasTypedIsOverwrittenWhenItIsTaken() {
        char[] typed = "hunter2é".toCharArray();
        try (Plaintext taken = new Entered(typed).take()) {
            assertThat(taken.reveal()).isEqualTo("hunter2é".getBytes(UTF_8));
        }
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void evenIfItCannotBeTaken() {
        char[] typed = {'h', 'u', '\ud800'};
        assertThatThrownBy(() -> new Entered(typed).take())
                .isInstanceOf(SecretRefused.class)
                .hasMessage("a value holds half a character");
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void itDoesNotPrint() {
        assertThat(new Entered("hunter2".toCharArray())).hasToString("[redacted]");
    }
}
