// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is in a picture is read, all of it, and nothing else. */
class QrReaderTest {
    private final QrReader reader = new QrReader(Clock.systemUTC());
    private final Random chance = new Random(1);

    private List<String> texts(byte[] picture) {
        try (Readings found = reader.read(picture)) {
            return found.all().stream()
                    .map(reading -> new String(reading.text().reveal(), UTF_8))
                    .toList();
        }
    }

    @Test
    void aScreenshotOfOneCodeIsRead() {
        String text = Texts.account(chance);

        assertThat(texts(Encoded.png(new Canvas(400, 400, 255).code(text, 60, 60, 280, 0, 255))))
                .containsExactly(text);
    }

    @Test
    void aWholeExportInOneCodeIsRead() {
        String text = Texts.export(chance, 10);

        assertThat(texts(Encoded.png(new Canvas(900, 900, 255).code(text, 60, 60, 780, 0, 255))))
                .containsExactly(text);
    }
}
