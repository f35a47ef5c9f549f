// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Nightly;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much is read in which circumstances; the figures stand in {@code src/docs/design/reading-pictures.md}. */
class SituationsTest {
    private static final int SAMPLES = Nightly.or(3, 40);

    private final QrReader reader = new QrReader(Clock.systemUTC());

    @ParameterizedTest
    @EnumSource
    void asMuchIsReadAsWasMeasured(Situation situation) {
        int read = 0;
        for (int number = 0; number < SAMPLES; number++) {
            Situation.Sample sample = situation.sample(number);
            if (texts(sample.picture()).equals(Set.copyOf(sample.texts()))) {
                read++;
            }
        }

        assertThat(100 * read / SAMPLES).isGreaterThanOrEqualTo(situation.floor);
    }

    private Set<String> texts(byte[] picture) {
        try (Readings found = reader.read(picture)) {
            return found.all().stream()
                    .map(reading -> new String(reading.text().reveal(), UTF_8))
                    .collect(Collectors.toSet());
        } catch (PictureRefused e) {
            assertThat(e.code()).isEqualTo("no-qr-code");
            return Set.of();
        }
    }
}
