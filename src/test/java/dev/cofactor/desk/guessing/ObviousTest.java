// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObviousTest {
    private static final List<String> NAMES = List.of("anna.berg@example.org", "Anna Lindström");

    private final Obvious obvious = new Obvious();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd!!!!",
                "passwordpassword",
                "p.a.s.s.w.o.r.d.",
                "ＰＡＳＳＷＯＲＤ１２３４",
                "qwertyuiop12",
                "poiuytrewq!!",
                "1qaz2wsx3edc",
                "Qwertz12345!",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "zxkzxkzxkzxk",
                "abcdefghijkl",
                "zyxwvutsrqpo",
                "987654321012",
                "111122223333",
                "iloveyou2026",
                "Sommer2026!!!",
                "letmein-letmein",
                "Welcome123456",
                "monkeydragonsunshine",
                "correct horse battery staple",
                "!@#$%^&*()_+",
                "пароль123456",
                "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(obvious.in(password, NAMES)).hasValue(Obvious.Fault.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna.berg 2026 now",
                "my own LINDSTRÖM words",
                "fresh mörtsdnil words",
                "l1ndström and some more",
                "who is c0factor after all",
                "the C-o-f-a-c-t-o-r of it",
                "annalindström's winter"
            })
    void namesThatEverybodyKnowsAreRefused(String password) {
        assertThat(obvious.in(password, NAMES)).hasValue(Obvious.Fault.NAMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "a longer sentence",
                "a new long one",
                "given at the door",
                "kühler Wind im Hafen",
                "xK4!vq9mTz2w",
                "839201745562 81",
                "お茶をもう一杯いかがですか",
                "my password is a lizard"
            })
    void whatSomebodyThoughtOfHimselfIsTaken(String password) {
        assertThat(obvious.in(password, NAMES)).isEmpty();
    }

    @Test
    void aShortNameStandsInTooManyWordsToBeLookedFor() {
        assertThat(obvious.in("salty calm walrus", List.of("al", "Al Li"))).isEmpty();
    }

    @Test
    void whatIsDrawnByLotIsTaken() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        String letters = "abcdefghijkmnpqrstuvwxyz23456789";
        for (int round = 0; round < 2_000; round++) {
            String drawn = random.ints(14, 0, letters.length())
                    .mapToObj(letters::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            assertThat(obvious.in(drawn, List.of())).as(drawn).isEmpty();
        }
    }

    @Test
    void theLongestPasswordIsWeighedInNoTime() {
        String longest = "qwertyuiop1qaz2wsx".repeat(14) + "zqxv";
        long begin = System.nanoTime();
        for (int round = 0; round < 20; round++) {
            obvious.in(longest, NAMES);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
}
