// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "refs/heads/main, refs/heads/main",
        "refs/heads/release-*, refs/heads/release-1.2",
        "refs/heads/release-*, refs/heads/release-",
        "refs/*/main, refs/heads/main",
        "*/shop, acme/shop",
        "a*b*c, aXbYc",
        "a*b*c, abbbcbc",
        "repo:acme/*:ref:*, repo:acme/shop:ref:main"
    })
    void theseValuesFit(String pattern, String value) {
        assertThat(new Glob(pattern).fits(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "refs/heads/main, refs/heads/mainline",
        "refs/heads/main, refs/heads/Main",
        "refs/heads/main, xrefs/heads/main",
        "refs/heads/*, refs/heads/a/b",
        "*, a/b",
        "x*, x/y",
        "*/shop, acme/evil/shop",
        "acme/*, acme/../evil/shop",
        "repo:acme/*:ref:*, repo:acme/shop:ref:refs/heads/main",
        "a.c, abc",
        "a?c, abc",
        "[ab], a",
        "(a|b), a"
    })
    void theseDoNot(String pattern, String value) {
        assertThatThrownByOrFalse(pattern, value);
    }

    private static void assertThatThrownByOrFalse(String pattern, String value) {
        if (pattern.equals("*")) {
            assertThatThrownBy(() -> new Glob(pattern)).isInstanceOf(FederationRefused.class);
        } else {
            assertThat(new Glob(pattern).fits(value)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "*/*", "/", "a**b", "**", "a\u0000", "a\nb", "a\ud800"})
    void theseAreNoConditions(String pattern) {
        assertThatThrownBy(() -> new Glob(pattern)).isInstanceOf(FederationRefused.class);
    }

    @Test
    void itFitsWhatTheRegularExpressionOfTheSameMeaningFits() {
        Random chance = new Random(7);
        int fitting = 0;
        for (int i = 0; i < 200_000; i++) {
            String pattern = ("x" + text(chance, "ab/*", 7)).replaceAll("\\*+", "*");
            String value = "x" + text(chance, "ab/", 7);
            boolean meant = Pattern.matches(pattern.replace("*", "[^/]*"), value);
            assertThat(new Glob(pattern).fits(value)).as(pattern + " " + value).isEqualTo(meant);
            fitting += meant ? 1 : 0;
        }
        assertThat(fitting).isGreaterThan(1_000);
    }

    @Test
    void whatMakesOthersSlowIsAnsweredAtOnce() {
        Glob glob = new Glob("x" + "*a".repeat(200));
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(glob.fits("x" + "a".repeat(490) + "b")).isFalse();
        }
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
        assertThat(glob.fits("x" + "a".repeat(10_000_000))).isFalse();
    }

    private static String text(Random chance, String of, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = chance.nextInt(most); i > 0; i--) {
            text.append(of.charAt(chance.nextInt(of.length())));
        }
        return text.toString();
    }
}
