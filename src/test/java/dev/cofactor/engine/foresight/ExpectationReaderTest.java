// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cofactor.engine.documents.PolicyRefused;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationReaderTest {
    private static final String TEST = """
        {"as":{"groups":["00000000-0000-0067-0000-000000000001"],"kind":"person"},"do":"code.fetch",\
        "expect":{"answer":"challenge","needs":["approval","step-up"]},"kind":"test","name":"by day",\
        "on":{"id":"00000000-0000-0063-0000-000000000001","kind":"secret"},\
        "when":{"from":"10.20.4.7","proved":{"ago":"PT5M","by":"passkey"},"reason":"INC-9","ticket":"A-1",\
        "time":"2026-03-03T09:00","zone":"Europe/Berlin"}}""";
    private static final String DENIED = """
        {"as":{"kind":"service"},"do":"policy.edit",\
        "expect":{"answer":"deny","because":"hours","by":"00000000-0000-0070-0000-000000000001"},\
        "kind":"test","name":"machines","on":{"kind":"installation"},\
        "when":{"time":"2026-03-03T09:00","zone":"UTC"}}""";
    private static final String NEVER = """
        {"kind":"invariant","name":"contractors","never":["code.fetch","field.reveal"],\
        "on":[{"id":"00000000-0000-0066-0000-000000000001","kind":"folder"},{"kind":"everything"}],\
        "to":[{"id":"00000000-0000-0067-0000-000000000001","kind":"group"},{"kind":"services"}],\
        "without":["approval"]}""";
    private static final List<String> ALL = List.of(TEST, DENIED, NEVER);

    @Test
    void whatIsWrittenIsReadAndWrittenAgainInOneSpelling() {
        for (String document : ALL) {
            Expectation read = read(document);

            assertThat(read(read.canonical())).isEqualTo(read);
            assertThat(read(read.canonical()).canonical()).isEqualTo(read.canonical());
            assertThat(read(document.replace(",", " , \n").replace(":[", ": [ "))).isEqualTo(read);
        }
        assertThat(read(DENIED).canonical()).isEqualTo(DENIED);
        assertThat(read(NEVER).canonical()).isEqualTo(NEVER);
        assertThat(read(TEST.replace("10.20.4.7", "2001:DB8::7")).canonical()).contains("\"2001:db8:0:0:0:0:0:7\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            0 | "test"                   | "exam"                  | /kind
            0 | "name":"by day"          | "name":""               |
            0 | "name":"by day"          | "nome":"by day"         |
            0 | "person"                 | "agent"                 | /as/kind
            0 | "person"                 | "service"               |
            0 | -0067-                   | -67-                    | /as/groups/0
            0 | code.fetch               | code.FETCH              | /do
            0 | "challenge"              | "maybe"                 | /expect/answer
            0 | "challenge"              | "allow"                 | /expect
            0 | "approval"               | "step-up"               | /expect/needs/1
            0 | "approval"               | "consent"               | /expect/needs/0
            0 | "secret"                 | "everything"            | /on/kind
            0 | "secret"                 | "installation"          | /on
            0 | 10.20.4.7                | example.org             | /when/from
            0 | 10.20.4.7                | 10.20.4.0/24            | /when/from
            0 | PT5M                     | PT300S                  | /when/proved/ago
            0 | PT5M                     | PT-5M                   | /when/proved
            0 | "passkey"                | "fingerprint"           | /when/proved/by
            0 | T09:00                   | T9:00                   | /when/time
            0 | 2026-03-03               | 2026-02-30              | /when/time
            0 | 2026-03-03T09:00         | 2026-03-29T02:30        | /when
            0 | Europe/Berlin            | CEST                    | /when/zone
            1 | "deny"                   | "allow"                 | /expect
            1 | "hours"                  | "weather"               | /expect/because
            2 | "field.reveal"           | "code.fetch"            | /never/1
            2 | ["code.fetch","field.reveal"] | []                 |
            2 | {"kind":"services"}      | {"kind":"group"}        | /to/1
            2 | {"kind":"everything"}    | {"kind":"installation"} | /on/1/kind
            2 | ["approval"]             | "approval"              | /without
            """)
    void whatIsWrongIsRefusedWithItsPlace(int document, String right, String wrong, String place) {
        assertThat(ALL.get(document)).contains(right);
        PolicyRefused refused = catchThrowableOfType(
                PolicyRefused.class, () -> read(ALL.get(document).replace(right, wrong)));

        assertThat(refused.place()).isEqualTo(place == null ? "" : place);
    }

    /** What is broken at random is refused in our own words, and none of them repeats what was sent. */
    @Test
    void whateverIsBrokenIsRefusedAndNothingElse() {
        Random random = new Random(7);
        int refusals = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(ALL.get(random.nextInt(ALL.size())));
            for (int i = 0; i <= random.nextInt(3); i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "\"{[,:]}\\u0000-9*".charAt(random.nextInt(16)));
                    case 2 -> text.setCharAt(at, (char) random.nextInt(0xd800));
                    default -> text.insert(at, "canary-7f3a");
                }
            }
            try {
                Expectation read = read(text.toString());
                assertThat(read(read.canonical())).isEqualTo(read);
            } catch (PolicyRefused e) {
                refusals++;
                assertThat(e.getMessage()).doesNotContain("canary");
            }
        }
        assertThat(refusals).isGreaterThan(10_000);
    }

    @Test
    void aDocumentOfManyMegabytesIsRefused() {
        String long1 = TEST.replace("INC-9", "x".repeat(10 << 20));

        assertThat(catchThrowableOfType(PolicyRefused.class, () -> read(long1)).getMessage())
                .hasSizeLessThan(200);
    }

    private static Expectation read(String document) {
        return Expectation.read(document.getBytes(UTF_8), text -> Optional.empty());
    }
}
