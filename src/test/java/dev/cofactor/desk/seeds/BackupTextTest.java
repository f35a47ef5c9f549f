// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8hk322pq\nm4td90xs\n77bakz1c\n",
                "8hk322pq, m4td90xs,77bakz1c",
                "8hk322pq m4td90xs\t77bakz1c",
                "1. 8hk322pq\r\n2. m4td90xs\r\n3. 77bakz1c",
                "1) 8hk322pq 2) m4td90xs 3) 77bakz1c",
                "(1) 8hk322pq\n(2) m4td90xs\n(3) 77bakz1c",
                "* 8hk322pq\n* m4td90xs\n* 77bakz1c",
                "Backup codes of Example, 2026-11-21\nKeep them in a safe place!\n\n8hk322pq\nm4td90xs\n77bakz1c\n",
                "Codes: 8hk322pq; m4td90xs; 77bakz1c (team@example.com)",
                "\uFEFF8hk322pq|m4td90xs|77bakz1c",
            })
    void separatorsNumbersAndHeadingsAreNoCodes(String text) {
        assertThat(codes(text)).containsExactlyInAnyOrder("8hk322pq", "m4td90xs", "77bakz1c");
    }

    @Test
    void numberedGroupsAreOneCodeAndInOrder() {
        assertThat(codes("SAVE YOUR BACKUP CODES\n\n1. 1234 5678\t\t4. 3456 7890\n2. 9012 3456    5. 1111 2222\n"
                        + "These were made on Nov 21, 2026.\nhttps://g.co/2sv"))
                .containsExactly("12345678", "34567890", "90123456", "11112222");
    }

    @Test
    void aCodeWithoutADigitIsKeptWhereTheWholeLineIsCodes() {
        assertThat(codes("fabcd-ebdca\n12abc-9ff01\n00abc-9ff01")).contains("fabcd-ebdca");
        assertThat(codes("Your password\n12345678\n23456789")).containsExactly("12345678", "23456789");
    }

    @Test
    void whatStandsTwiceIsOneCodeAndIsSaid() {
        try (BackupText.Found found = read("12345678 12345678 23456789 saved here")) {
            assertThat(found.codes()).hasSize(2);
            assertThat(found.merged()).isOne();
            assertThat(found.ignored()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "only words here", "12345678 abc4", "123", "12345678\u0000", "\uD800"})
    void whatIsUnclearIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SeedRefused.class)
                .satisfies(thrown -> assertThat(((SeedRefused) thrown).code()).isEqualTo("backup-codes-unclear"))
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("12345678"));
    }

    @Test
    void aPoolHasAtMostAHundred() {
        assertThat(codes(numbers(100))).hasSize(100);
        assertThatThrownBy(() -> read(numbers(101))).isInstanceOf(SeedRefused.class);
    }

    private static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.valueOf(10_000_000 + number))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> codes(String text) {
        try (BackupText.Found found = read(text)) {
            return found.codes().stream()
                    .map(code -> new String(code.reveal(), UTF_8))
                    .toList();
        }
    }

    private static BackupText.Found read(String text) {
        try (Plaintext whole = Plaintext.owning(text.getBytes(UTF_8))) {
            return BackupText.read(whole);
        }
    }
}
