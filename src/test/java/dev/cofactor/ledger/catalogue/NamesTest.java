// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.problem.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What things may be called, on the path and for the eye. */
class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "prod-root", "a.b_c-d", "a..b", "sec_", "sec_root"})
    void whatFitsASegmentIsASlug(String text) {
        assertThat(Slug.find(text)).contains(new Slug(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "%2e",
                "%2e%2e",
                "-a",
                "_a",
                "A",
                "a b",
                "a/b",
                "a\\b",
                "a\u0000",
                "\u202ea",
                "\u0430",
                "a\n",
                "sec_01jbct0000e008000000000000",
                "fld_01jbct0000e008000000000000",
                "abc_oooooooooooooooooooooooooo"
            })
    void whatDoesNotIsRefusedWithoutRepeatingIt(String text) {
        assertThat(Slug.find(text)).isEmpty();
        assertThatThrownBy(() -> new Slug(text))
                .isInstanceOf(Problem.class)
                .message()
                .startsWith("a slug has 1 to 63 letters");
    }

    @Test
    void sixtyThreeCharactersAreTheMost() {
        assertThat(Slug.find("a".repeat(63))).isPresent();
        assertThat(Slug.find("a".repeat(64))).isEmpty();
    }

    @Test
    void aPathHasTenSegmentsAtMost() {
        assertThat(SlugPath.find("a" + "/a".repeat(9))).isPresent();
        assertThat(SlugPath.find("a" + "/a".repeat(10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "a/../b", "a/./b", "a/%2e%2e/b", "a/B", "a/b ", "a\u0000/b"})
    void noSegmentIsForgiven(String text) {
        assertThat(SlugPath.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\u0000", "a\nb", "a\tb", "\u202eroot", "a\u2066b", "a\u2028b", "\ud800", "a\u200fb"})
    void aDisplayNameHidesNothing(String text) {
        assertThatThrownBy(() -> DisplayName.of(text)).isInstanceOf(Problem.class);
    }

    @Test
    void aDisplayNameIsKeptInOneSpelling() {
        assertThat(DisplayName.of(" Cafe\u0301 ").value()).isEqualTo("Caf\u00e9");
        assertThat(DisplayName.of("\ud83d\udd11".repeat(200)).value()).hasSize(400);
        assertThatThrownBy(() -> DisplayName.of("a".repeat(201))).isInstanceOf(Problem.class);
    }

    @Test
    void aDescriptionMayHaveLinesAndNothingHidden() {
        assertThat(Description.of("one\r\ntwo").value()).isEqualTo("one\ntwo");
        assertThatThrownBy(() -> Description.of("a\u0000b")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Description.of("a\u202eb")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Description.of("a".repeat(1001))).isInstanceOf(Problem.class);
    }

    @Test
    void aPersonalFolderIsCalledAsItsPersonAndTheSecondOfANameIsNumbered() {
        assertThat(PersonalSlug.free("ana@example.org", slug -> true)).isEqualTo(new Slug("ana-example.org"));
        Set<Slug> taken = Set.of(new Slug("ana-b"), new Slug("ana-b-2"));
        assertThat(PersonalSlug.free("ana+b", slug -> !taken.contains(slug))).isEqualTo(new Slug("ana-b-3"));
        assertThat(PersonalSlug.free("a".repeat(63), slug -> slug.value().endsWith("-2")))
                .isEqualTo(new Slug("a".repeat(61) + "-2"));
        assertThat(PersonalSlug.free("sec_01jbct0000e008000000000000", slug -> true))
                .isEqualTo(new Slug("sec_01jbct0000e008000000000000-2"));
    }
}
