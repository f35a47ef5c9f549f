// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.fixtures.Nightly;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How clauses are read: each spelling is refused at its place, or is another of something that has one spelling. */
class ClauseDocumentTest {
    private static final String BEFORE =
            "{\"format\":\"cofactor-policies/2\",\"policies\":[{\"id\":\"0190f000-0000-7000-8000-000000000001\","
                    + "\"name\":\"on call\",\"effect\":\"allow\",\"actions\":[\"code.fetch\"],\"to\":[{\"kind\":\"anyone\"}],"
                    + "\"on\":[{\"kind\":\"everything\"}]";
    private static final String AFTER = "}]}";
    private static final String POLICY = "/policies/0";

    record Vector(String expect, String second, String third) {
        @Override
        public String toString() {
            return expect + " " + second;
        }
    }

    static Stream<Vector> accepted() throws IOException {
        return vectors().filter(vector -> vector.expect().equals("ok"));
    }

    static Stream<Vector> refused() throws IOException {
        return vectors().filter(vector -> !vector.expect().equals("ok"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatIsAcceptedIsWrittenInTheOneSpelling(Vector vector) {
        PolicySet read = read(vector.second());
        String written = new String(read.canonical(), UTF_8);
        assertThat(written).contains(vector.third());
        assertThat(PolicySet.read(written.getBytes(UTF_8))).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsRefusedIsRefusedAtItsPlace(Vector vector) {
        assertThatThrownBy(() -> read(vector.third()))
                .isInstanceOfSatisfying(PolicyRefused.class, refused -> {
                    assertThat(refused.place()).isEqualTo(POLICY + vector.expect());
                    assertThat(refused).hasMessageContaining(vector.second());
                });
    }

    @ParameterizedTest
    @MethodSource("refused")
    void noRefusalRepeatsWhatWasSent(Vector vector) {
        assertThatThrownBy(() -> read(vector.third().replaceAll("x[a-z]*", "hunter2")))
                .isInstanceOfSatisfying(
                        PolicyRefused.class,
                        refused -> assertThat(refused + " " + refused.members() + " " + refused.getCause())
                                .doesNotContain("hunter2")
                                .endsWith(" null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"state\":\"active\"",
                "\"when\":[]",
                "\"needs\":[]",
                "\"limits\":[]",
                "\"then\":[]",
            })
    void theFirstFormatKnowsNoneOfIt(String member) {
        String first = (BEFORE + "," + member + AFTER).replace("policies/2", "policies/1");
        assertThatThrownBy(() -> PolicySet.read(first.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        PolicyRefused.class,
                        refused -> assertThat(refused.place()).isEqualTo(POLICY));
    }

    @Test
    void whatUsesNothingNewIsStillWrittenAsItAlwaysWas() {
        assertThat(new String(read("\"state\":\"active\",\"when\":[]").canonical(), UTF_8))
                .isEqualTo("{\"format\":\"cofactor-policies/1\",\"policies\":[{\"actions\":[\"code.fetch\"],"
                        + "\"effect\":\"allow\",\"id\":\"0190f000-0000-7000-8000-000000000001\",\"name\":\"on call\","
                        + "\"on\":[{\"kind\":\"everything\"}],\"to\":[{\"kind\":\"anyone\"}]}]}");
    }

    @Test
    void aDenyNeedsNothingAndARequireSomething() {
        assertRefused("\"needs\":[{\"kind\":\"reason\",\"atLeast\":1}]", "allow", "deny", "denies, so there is nothing");
        assertRefused("\"limits\":[{\"most\":1,\"per\":\"PT1H\"}]", "allow", "deny", "denies, so there is nothing");
        assertRefused("\"when\":[{\"kind\":\"network\",\"in\":[\"::/0\"]}]", "allow", "require", "requires nothing");
    }

    private static void assertRefused(String members, String effect, String instead, String why) {
        String document = (BEFORE + "," + members + AFTER).replace(effect, instead);
        assertThatThrownBy(() -> PolicySet.read(document.getBytes(UTF_8)))
                .isInstanceOfSatisfying(PolicyRefused.class, refused -> {
                    assertThat(refused.place()).isEqualTo(POLICY);
                    assertThat(refused).hasMessageContaining(why);
                });
    }

    @Test
    void aFieldOfTenMegabytesIsRefusedAndNotRepeated() {
        String large = "hunter2".repeat(1_500_000);
        for (String member : List.of(
                "\"needs\":[{\"kind\":\"ticket\",\"form\":\"" + large + "\"}]",
                "\"needs\":[{\"kind\":\"" + large + "\"}]",
                "\"needs\":[{\"kind\":\"step-up\",\"within\":\"" + large + "\"}]",
                "\"when\":[{\"kind\":\"network\",\"in\":[\"" + large + "\"]}]",
                "\"when\":[{\"kind\":\"dates\",\"from\":\"" + large + "\",\"zone\":\"UTC\"}]",
                "\"when\":[{\"kind\":\"dates\",\"from\":\"2026-12-31\",\"zone\":\"" + large + "\"}]",
                "\"limits\":[{\"most\":" + "7".repeat(10_000_000) + ",\"per\":\"PT1H\"}]",
                "\"" + large + "\":1")) {
            assertThatThrownBy(() -> read(member))
                    .isInstanceOfSatisfying(
                            PolicyRefused.class,
                            refused -> assertThat(refused + " " + refused.members())
                                    .doesNotContain("hunter2")
                                    .doesNotContain("777")
                                    .hasSizeLessThan(500));
        }
    }

    @Test
    void whatIsTooDeepIsRefused() {
        for (int deep : new int[] {6, 12, 1_000, 100_000}) {
            String nots = "{\"kind\":\"not\",\"of\":".repeat(deep) + "1" + "}".repeat(deep);
            assertThatThrownBy(() -> read("\"when\":[" + nots + "]")).isInstanceOf(PolicyRefused.class);
            String lists = "[".repeat(deep) + "]".repeat(deep);
            assertThatThrownBy(() -> read("\"when\":" + lists)).isInstanceOf(PolicyRefused.class);
        }
    }

    /** Pieces of documents put together at random: nothing but a refusal with a place is ever thrown. */
    @Test
    void whateverIsPutTogetherIsRefusedOrMeansSomethingOfItsOwn() throws IOException {
        List<String> pieces = vectors()
                .flatMap(vector -> Stream.of(vector.second(), vector.third()))
                .flatMap(text -> Stream.of(text.split("(?<=[\\[\\]{},:])|(?=[\\[\\]{},:])")))
                .distinct()
                .toList();
        List<String> whole = accepted().map(Vector::second).toList();
        Random random = new Random(7);
        for (int round = 0; round < Nightly.or(20_000, 1_000_000); round++) {
            StringBuilder made = new StringBuilder(whole.get(random.nextInt(whole.size())));
            for (int times = random.nextInt(3); times >= 0; times--) {
                int at = random.nextInt(made.length());
                int end = Math.min(made.length(), at + random.nextInt(12));
                made.replace(at, end, pieces.get(random.nextInt(pieces.size())));
            }
            try {
                PolicySet read = read(made.toString());
                assertThat(PolicySet.read(read.canonical())).isEqualTo(read);
            } catch (PolicyRefused refused) {
                assertThat(refused.place()).matches("(/[a-zA-Z]+(/[0-9]+)?)*");
                assertThat(refused.getCause()).isNull();
            }
        }
    }

    private static PolicySet read(String members) {
        return PolicySet.read((BEFORE + "," + members + AFTER).getBytes(UTF_8));
    }

    private static Stream<Vector> vectors() throws IOException {
        try (InputStream in = ClauseDocumentTest.class.getResourceAsStream("/vectors/clause-documents.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ?", 3))
                    .map(parts -> new Vector(parts[0], parts[1], parts[2]));
        }
    }
}
