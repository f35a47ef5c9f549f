// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {
    private static final String SOME = "sec_01jbct0000e008000000000000";

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, sec_00000000000000000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, sec_7zzzzzzzzzzzzzzzzzzzzzzzzz",
        "0192d9a0-0000-7000-8000-000000000000, sec_01jbct0000e008000000000000",
        "00000000-0000-8000-8004-000000000008, sec_0000000000g008010000000008",
        "80000000-0000-0000-0000-000000000001, sec_40000000000000000000000001",
    })
    void anIdIsTwentySixDigitsAndComesBackTheSame(UUID id, String text) {
        assertThat(PublicId.SECRET.of(id)).isEqualTo(text);
        assertThat(PublicId.SECRET.read(text)).contains(id);
    }

    @Test
    void everyBitOfAnIdIsKept() {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            UUID high = new UUID(1L << bit, 0);
            UUID low = new UUID(0, 1L << bit);
            assertThat(PublicId.FOLDER.read(PublicId.FOLDER.of(high))).contains(high);
            assertThat(PublicId.FOLDER.read(PublicId.FOLDER.of(low))).contains(low);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sec_",
                "fld_01jbct0000e008000000000000",
                "SEC_01jbct0000e008000000000000",
                "sec_01JBCT0000E008000000000000",
                "sec_01jbct0000e00800000000000",
                "sec_01jbct0000e0080000000000000",
                "sec_80000000000000000000000000",
                "sec_zzzzzzzzzzzzzzzzzzzzzzzzzz",
                "sec_o1jbct0000e008000000000000",
                "sec_0ijbct0000e008000000000000",
                "sec_01jbct0000e00800000000000l",
                "sec_01jbct0000e00800000000000u",
                "sec_01jbct0000e00800000000000\u0660",
            })
    void anotherSpellingIsNoId(String text) {
        assertThat(PublicId.SECRET.read(text)).isEmpty();
    }

    @Test
    void namesKeepClearOfWhateverLooksLikeAnId() {
        assertThat(PublicId.looksLikeOne(SOME)).isTrue();
        assertThat(PublicId.looksLikeOne("abc_" + "o".repeat(26))).isTrue();
        assertThat(PublicId.looksLikeOne("sec_short")).isFalse();
    }
}
