// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list of uses: only ever longer, and written by nobody but those who opened the bundle. */
class UseFileTest {
    private final UseKey.Pair key = UseKey.generate(new SecureRandom());
    private final UUID bundle = UUID.randomUUID();
    private final byte[] digest = new byte[32];
    private final UseFile.Of of = new UseFile.Of(bundle, key.verifies(), digest);

    private static UseFile.Use use(int number) {
        String content = number == 0 ? "seed" : "backup-code";
        return new UseFile.Use(
                Instant.parse("2026-12-01T09:00:00.123Z"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                content,
                number,
                Set.of(1, 3));
    }

    private String written(int lines) {
        UseFile file = UseFile.read(new byte[0], of);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(new String(file.append(use(i), key.signs()), UTF_8));
        }
        return text.toString();
    }

    private UseFile read(String text) {
        return UseFile.read(text.getBytes(UTF_8), of);
    }

    @Test
    void whatWasWrittenIsReadAndGoesOn() {
        String text = written(3);
        UseFile file = read(text);
        assertThat(file.lines()).hasSize(3);
        assertThat(file.lines().get(2).use().shares()).containsExactlyInAnyOrder(1, 3);
        String longer = text + new String(file.append(use(0), key.signs()), UTF_8);
        assertThat(read(longer).lines()).hasSize(4);
        assertThat(read(longer).head())
                .isEqualTo(file.head())
                .isNotEqualTo(read(text).head());
        assertThat(read("").lines()).isEmpty();
    }

    @Test
    void nothingIsChangedLeftOutOrPutInAnotherOrder() {
        List<String> lines = written(3).lines().toList();
        refused(lines.get(1) + "\n" + lines.get(2) + "\n");
        refused(lines.get(0) + "\n" + lines.get(2) + "\n");
        refused(lines.get(1) + "\n" + lines.get(0) + "\n" + lines.get(2) + "\n");
        refused(lines.get(0) + "\n" + lines.get(0) + "\n");
        refused(lines.get(0));
        refused(lines.get(0).replace("\"shares\":[1,3]", "\"shares\":[1,2]") + "\n");
        refused(lines.get(0).replace("\"number\":0", "\"number\": 0") + "\n");
        refused("{}\n");
    }

    @Test
    void everyTurnedByteIsNoticed() {
        byte[] bytes = written(2).getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            byte[] turned = bytes.clone();
            turned[at] ^= 1;
            assertThatThrownBy(() -> UseFile.read(turned, of)).as("byte %d", at).isInstanceOf(EscrowRefused.class);
        }
    }

    @Test
    void nobodyElsesSignatureCounts() {
        UseKey.Pair another = UseKey.generate(new SecureRandom());
        UseFile file = UseFile.read(new byte[0], of);
        refused(new String(file.append(use(0), another.signs()), UTF_8));
    }

    @Test
    void theUsesOfAnotherBundleOrCopyAreNotItsOwn() {
        byte[] bytes = written(1).getBytes(UTF_8);
        UseFile.Of other = new UseFile.Of(UUID.randomUUID(), key.verifies(), digest);
        assertThatThrownBy(() -> UseFile.read(bytes, other))
                .isInstanceOf(EscrowRefused.class)
                .hasMessageContaining("another bundle");
        byte[] changed = new byte[32];
        changed[0] = 1;
        UseFile.Of otherFile = new UseFile.Of(bundle, key.verifies(), changed);
        assertThatThrownBy(() -> UseFile.read(bytes, otherFile)).isInstanceOf(EscrowRefused.class);
    }

    @Test
    void aHugeOneIsRefused() {
        byte[] huge = new byte[UseFile.LONGEST + 1];
        Arrays.fill(huge, (byte) '\n');
        assertThatThrownBy(() -> UseFile.read(huge, of)).isInstanceOf(EscrowRefused.class);
    }

    private void refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(EscrowRefused.class);
    }
}
