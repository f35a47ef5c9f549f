// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that a spreadsheet reads and does not run. */
class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uff1d1+1",
                "\uff0b1",
                "\uff0d1",
                "\uff20x",
                "  =1",
                "\u3000=1",
                "=cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0"
            })
    void whatBeginsLikeAFormulaIsQuotedBehindAnApostrophe(String reason) {
        assertThat(Csv.cell(reason)).isEqualTo("\"'" + reason + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a=b", "1-2", "2001:db8::1", "{\"a\":1}x"})
    void everythingElseIsAsItWas(String text) {
        assertThat(Csv.cell(text)).isEqualTo(text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
    }

    @Test
    void separatorsQuotesAndLineEndsStayInsideTheirCell() {
        assertThat(new String(Csv.row(List.of("a,b", "say \"=x\"", "two\r\nlines", "é")), StandardCharsets.UTF_8))
                .isEqualTo("\"a,b\",\"say \"\"=x\"\"\",\"two\r\nlines\",é\r\n");
    }

    @Test
    void theFirstRowNamesTheColumns() {
        assertThat(new String(Csv.header(), StandardCharsets.UTF_8))
                .startsWith("index,state,time,class,outcome,")
                .endsWith(",reason,ticket,details\r\n");
    }
}
