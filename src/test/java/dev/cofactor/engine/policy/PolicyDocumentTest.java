// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.engine.documents.PolicyRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDocumentTest {
    /** {@code expect:} ok, or the place that is refused; {@code why:} the rule; then one document. */
    record Vector(String expect, String why, String document) {
        @Override
        public String toString() {
            return expect + " " + why;
        }
    }

    static List<Vector> vectors() throws IOException {
        List<Vector> found = new ArrayList<>();
        for (String block : resource().split("\n\n")) {
            String[] lines = block.strip().split("\n", 3);
            if (lines[0].startsWith("expect: ")) {
                found.add(new Vector(lines[0].substring(8), lines[1].substring(5), lines[2]));
            }
        }
        return found;
    }

    static Stream<Vector> refused() throws IOException {
        return vectors().stream().filter(vector -> !vector.expect().equals("ok"));
    }

    static Stream<Vector> accepted() throws IOException {
        return vectors().stream().filter(vector -> vector.expect().equals("ok"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatIsAcceptedIsWrittenInTheOneSpelling(Vector vector) {
        String canonical = vector.document().substring(vector.document().lastIndexOf('\n') + 1);
        String written = vector.document().substring(0, vector.document().lastIndexOf('\n'));
        assertThat(new String(PolicySet.read(written.getBytes(UTF_8)).canonical(), UTF_8))
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsRefusedIsRefusedAtItsPlace(Vector vector) {
        assertThatThrownBy(() -> PolicySet.read(vector.document().getBytes(UTF_8)))
                .isInstanceOfSatisfying(PolicyRefused.class, refused -> {
                    assertThat(refused.place()).isEqualTo(vector.expect().replace("(document)", ""));
                    assertThat(refused).hasMessageContaining(vector.why());
                    assertThat(refused.members()).containsEntry("place", refused.place());
                });
    }

    @ParameterizedTest
    @MethodSource("refused")
    void noRefusalRepeatsWhatWasSent(Vector vector) {
        String marked = vector.document().replaceAll("x[a-z]*", "hunter2");
        assertThatThrownBy(() -> PolicySet.read(marked.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        PolicyRefused.class,
                        refused -> assertThat(refused + " " + refused.members() + " " + refused.getCause())
                                .doesNotContain("hunter2")
                                .endsWith(" null"));
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (int seed = 0; seed < 10_000; seed++) {
            PolicySet set = new Dice(seed, 4).policies(6);
            byte[] written = set.canonical();
            assertThat(PolicySet.read(written)).isEqualTo(set);
            assertThat(Edition.read(7, written).hash())
                    .isEqualTo(Edition.of(8, set).hash());
        }
    }

    @Test
    void theCanonicalFormIsJsonToOthersToo() throws IOException {
        ObjectMapper others = new ObjectMapper();
        for (int seed = 0; seed < 500; seed++) {
            byte[] written = new Dice(seed, 4).policies(6).canonical();
            // Jackson keeps the order it read, so what it writes again shows blanks, escapes and key order alike.
            assertThat(others.writeValueAsString(others.readTree(written))).isEqualTo(new String(written, UTF_8));
        }
    }

    @Test
    void damageIsRefusedOrMeansSomethingOfItsOwn() {
        byte[] written = new Dice(11, 4).policies(12).canonical();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(written, written.length - random.nextInt(2));
            for (int times = random.nextInt(3); times >= 0; times--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                PolicySet read = PolicySet.read(damaged);
                assertThat(PolicySet.read(read.canonical())).isEqualTo(read);
            } catch (PolicyRefused refused) {
                assertThat(refused.getCause()).isNull();
            }
        }
    }

    @Test
    void theExampleInTheManualIsRead() throws IOException {
        String manual = Files.readString(Path.of("src/docs/design/policy-documents.md"));
        int start = manual.indexOf("```json") + 7;
        byte[] example = manual.substring(start, manual.indexOf("```", start)).getBytes(UTF_8);
        assertThat(PolicySet.read(example).policies()).hasSize(2);
    }

    @Test
    void aSetOfMoreThanItCanHoldIsRefused() {
        Policy one = new Dice(3, 4).policy(Dice.id(0, 0), Policy.Effect.ALLOW);
        assertThat(new PolicySet(copies(one, PolicySet.MOST_POLICIES)).policies())
                .hasSize(PolicySet.MOST_POLICIES);
        assertThatThrownBy(() -> new PolicySet(copies(one, PolicySet.MOST_POLICIES + 1)))
                .isInstanceOf(PolicyRefused.class);

        Policy largest = broad(Policy.MOST_NAMED);
        int most = PolicySet.MOST_PAIRS / (Policy.MOST_NAMED * Policy.MOST_NAMED);
        assertThat(new PolicySet(copies(largest, most)).policies()).hasSize(most);
        assertThatThrownBy(() -> new PolicySet(copies(largest, most + 1))).isInstanceOf(PolicyRefused.class);
        assertThatThrownBy(() -> broad(Policy.MOST_NAMED + 1)).isInstanceOf(PolicyRefused.class);
    }

    @Test
    void onlyUtf8IsRead() {
        PolicySet set = new PolicySet(List.of(new Dice(3, 4).policy(Dice.id(0, 1), Policy.Effect.ALLOW)));
        String text = new String(set.canonical(), UTF_8).replaceFirst("\"name\":\"[^\"]*\"", "\"name\":\"Zoë\"");
        assertThat(PolicySet.read(text.getBytes(UTF_8)).policies()).hasSize(1);
        for (Charset other : List.of(ISO_8859_1, UTF_16)) {
            assertThatThrownBy(() -> PolicySet.read(text.getBytes(other))).isInstanceOf(PolicyRefused.class);
        }
        assertThatThrownBy(() -> PolicySet.read(("\uFEFF" + text).getBytes(UTF_8)))
                .isInstanceOf(PolicyRefused.class);
    }

    private static Policy broad(int named) {
        Set<Subject> to = IntStream.range(0, named)
                .mapToObj(i -> new Subject.Group(Dice.id(4, i)))
                .collect(Collectors.toSet());
        Set<Resource> on = IntStream.range(0, named)
                .mapToObj(i -> new Resource.Folder(Dice.id(8, i)))
                .collect(Collectors.toSet());
        return new Policy(Dice.id(0, 0), "broad", Policy.Effect.ALLOW, Set.of(Verb.CODE_FETCH), to, on);
    }

    private static List<Policy> copies(Policy of, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> new Policy(Dice.id(0, i), of.name(), of.effect(), of.actions(), of.to(), of.on()))
                .toList();
    }

    private static String resource() throws IOException {
        try (InputStream in = PolicyDocumentTest.class.getResourceAsStream("/vectors/policy-documents.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
