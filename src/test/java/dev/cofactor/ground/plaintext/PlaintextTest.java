// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.plaintext;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaintextTest {
    private final byte[] bytes = "hunter2".getBytes(US_ASCII);

    @Test
    void closingOverwritesTheBytes() {
        try (Plaintext plaintext = Plaintext.owning(bytes)) {
            assertThat(plaintext.reveal()).isSameAs(bytes).asString(US_ASCII).isEqualTo("hunter2");
        }
        assertThat(bytes).containsOnly(0);
    }

    @Test
    void aClosedOneIsNotRevealed() {
        Plaintext plaintext = Plaintext.owning(bytes);
        plaintext.close();
        assertThatThrownBy(plaintext::reveal).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itNeitherPrintsNorCompares() {
        assertThat(Plaintext.owning(bytes)).hasToString("[redacted]").isNotEqualTo(Plaintext.owning(bytes.clone()));
    }
}
