// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Verb;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "PT1M, 1 minute",
        "PT30M, 30 minutes",
        "PT90S, 1 minute",
        "PT1S, 1 second",
        "PT59S, 59 seconds",
        "PT1H, 60 minutes",
        "PT2H, 2 hours",
        "PT2H30M, 150 minutes",
        "PT47H, 47 hours",
        "PT48H, 2 days",
        "PT50H, 50 hours",
        "PT720H, 30 days"
    })
    void aTimeIsSaidAsPeopleSayItAndNeverLongerThanItIs(String time, String said) {
        assertThat(Wording.time(Duration.parse(time))).isEqualTo(said);
    }

    @Test
    void namesAreJoinedAsInASentence() {
        assertThat(Wording.or(List.of())).isEmpty();
        assertThat(Wording.or(List.of("Anna"))).isEqualTo("Anna");
        assertThat(Wording.or(List.of("Anna", "Bert"))).isEqualTo("Anna or Bert");
        assertThat(Wording.and(List.of("Anna", "Bert", "Security"))).isEqualTo("Anna, Bert and Security");
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void whatIsAskedForIsSaidWithoutOurVerbs(Verb verb) {
        Wording.Wish wish = Wording.wish(verb);
        assertThat(wish.asks()).startsWith("asks ").doesNotContain(verb.code());
        assertThat(wish.noun()).isNotBlank().doesNotContain(".");
        assertThat(wish.deed()).isNotBlank().doesNotContain(".");
    }
}
