// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language somebody reads best of those there are. */
class LanguagesTest {
    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("pt-BR"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-AT | de",
                "fr, de;q=0.8, en;q=0.5 | de",
                "en;q=0.5, de;q=0.8 | de",
                "en-GB, de;q=0.9 | en",
                "pt-br | pt-BR",
                "pt | en",
                "fr | en",
                "* | en",
                "de;q=0, en | en",
                "de;q=0 | en",
                "'' | en",
                "; | en",
                "de;q=much | en",
                "<script> | en",
            })
    void theDearestOfThoseThatAreThere(String accepted, String read) {
        assertThat(Languages.best(Optional.of(accepted), KNOWN)).isEqualTo(Locale.forLanguageTag(read));
    }

    @Test
    void whoSaysNothingReadsEnglish() {
        assertThat(Languages.best(Optional.empty(), KNOWN)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aListLongerThanAnyBrowsersIsNotRead() {
        assertThat(Languages.best(Optional.of("de" + ", fr".repeat(80)), KNOWN)).isEqualTo(Locale.ENGLISH);
    }
}
