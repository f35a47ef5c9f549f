// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a bundle: what was written is read, and in no other spelling. */
class BundleFileTest {
    private static final UnaryOperator<byte[]> TAG = digest -> digest;

    private final UUID id = UUID.randomUUID();
    private final BundleFile file = new BundleFile(
            id,
            id,
            Instant.parse("2026-12-01T09:00:00Z"),
            2,
            List.of(new BundleFile.Holding(1, "aa", new byte[] {1}), new BundleFile.Holding(2, "bb", new byte[] {2})),
            new byte[32],
            new byte[] {3},
            new byte[] {4},
            List.of(new BundleFile.Item(id, id, id, "seed", new byte[] {5, 6})));

    @Test
    void whatWasWrittenIsRead() {
        byte[] bytes = file.write(TAG);
        BundleFile.Read read = BundleFile.read(bytes);
        assertThat(read.file().write(TAG)).isEqualTo(bytes);
        assertThat(new String(bytes, UTF_8)).startsWith("cofactor-bundle 1\n{\"bundle\":\"");
        read.mustBeWhole(TAG.apply(read.digest()));
    }

    @Test
    void aTagOfAnotherKeyIsNoTag() {
        BundleFile.Read read = BundleFile.read(file.write(TAG));
        assertThatThrownBy(() -> read.mustBeWhole(new byte[32])).isInstanceOf(EscrowRefused.class);
    }

    @Test
    void aFileThatWasCutOrTurnedIsRefusedOrNotWhole() {
        byte[] bytes = file.write(TAG);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> BundleFile.read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(Problem.class);
        }
        for (int at = 0; at < bytes.length; at++) {
            byte[] turned = bytes.clone();
            turned[at] ^= 1;
            assertThatThrownBy(() -> {
                        BundleFile.Read read = BundleFile.read(turned);
                        read.mustBeWhole(TAG.apply(read.digest()));
                    })
                    .as("byte %d", at)
                    .isInstanceOf(EscrowRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cofactor-bundle 2\n", "{}", "cofactor-bundle 1\n\n\n\n", "cofactor-bundle 1\n[]\n[]\n[]\n"})
    void whatIsNoBundleIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> BundleFile.read(text.getBytes(UTF_8))).isInstanceOf(EscrowRefused.class);
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead() {
        byte[] huge = new byte[BundleFile.LONGEST + 1];
        assertThatThrownBy(() -> BundleFile.read(huge))
                .isInstanceOf(EscrowRefused.class)
                .hasMessageContaining("too long");
    }

    @Test
    void theListOfContentsComesBackWithTheLastCodesFirst() {
        Manifest manifest = new Manifest(
                "Winter “26”",
                List.of(new Manifest.Secret(
                        id,
                        "aws/root",
                        "שלום \"quoted\"",
                        Optional.of(new Manifest.Seed(id, id, "totp", "SHA256", 8, 60)),
                        List.of(new Manifest.BackupCode(id, id, 1), new Manifest.BackupCode(id, id, 2)))));
        try (Plaintext text = manifest.text()) {
            Manifest read = Manifest.read(text);
            assertThat(read).usingRecursiveComparison().isEqualTo(manifest);
            assertThat(read.secrets().getFirst().codes())
                    .extracting(Manifest.BackupCode::number)
                    .containsExactly(2, 1);
        }
        try (Plaintext text = Plaintext.owning("{\"name\":\"x\"}".getBytes(UTF_8))) {
            assertThatThrownBy(() -> Manifest.read(text)).isInstanceOf(EscrowRefused.class);
        }
    }
}
