// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.SealingVectors;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RootKeyTextTest {
    private static final byte[] KEY = "this is no key but 32 bytes long".getBytes(US_ASCII);

    @ParameterizedTest
    @MethodSource("rootKeys")
    void theRootKeysHaveTheirVerdicts(SealingVectors.Vector vector) {
        Plaintext text =
                Plaintext.owning(vector.get("text").replace("\\n", "\n").getBytes(UTF_8));
        if (!vector.isFine()) {
            assertThatThrownBy(() -> RootKeyText.read(text, "it"))
                    .isInstanceOf(CannotUnlock.class)
                    .hasMessageContaining(vector.get("expect"));
            return;
        }
        byte[] key = vector.hex("key");
        assertThat(RootKeyText.read(text, "it").reveal()).isEqualTo(key);
        assertThat(new String(RootKeyText.write(Plaintext.owning(key)).reveal(), UTF_8))
                .isEqualTo(vector.get("text").replaceFirst("(\\\\n)*$", "") + "\n");
    }

    static List<SealingVectors.Vector> rootKeys() {
        return SealingVectors.read("sealing-root-keys.txt");
    }

    @Test
    void theTextDoesNotPrintItself() {
        assertThat(RootKeyText.write(Plaintext.owning(KEY.clone())).toString()).doesNotContain(spellings());
    }

    @Test
    void noFailureQuotesTheFile() {
        String text =
                new String(RootKeyText.write(Plaintext.owning(KEY.clone())).reveal(), US_ASCII);
        for (String damaged :
                List.of(text.substring(2), text.replace("v1", "v7"), text.replace(":", ";"), text + text)) {
            try {
                RootKeyText.read(Plaintext.owning(damaged.getBytes(US_ASCII)), "it");
                assertThat(damaged).isEqualTo("refused");
            } catch (CannotUnlock e) {
                assertThat(e.toString()).doesNotContain(spellings());
                assertThat(e.getCause()).isNull();
            }
        }
    }

    private static String[] spellings() {
        return new String[] {
            new String(KEY, US_ASCII),
            HexFormat.of().formatHex(KEY),
            HexFormat.of().formatHex(KEY, 0, 8),
            Base64.getEncoder().encodeToString(KEY).substring(0, 16),
            Arrays.toString(KEY).substring(1, 20)
        };
    }
}
