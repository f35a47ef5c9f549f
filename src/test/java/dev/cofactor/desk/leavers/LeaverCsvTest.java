// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are what people typed, and a spreadsheet runs what begins like a formula. */
class LeaverCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", " =1+1", "\t=1", "\uff1d1", "\r=1"})
    void whatBeginsLikeAFormulaIsNone(String name) {
        assertThat(LeaverCsv.cell(name)).startsWith("\"'").endsWith("\"").contains(name);
    }

    @Test
    void quotesAndCommasStayInTheirCell() {
        assertThat(LeaverCsv.cell("plain name")).isEqualTo("plain name");
        assertThat(LeaverCsv.cell("")).isEmpty();
        assertThat(LeaverCsv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(LeaverCsv.cell("a\"b")).isEqualTo("\"a\"\"b\"");
    }
}
