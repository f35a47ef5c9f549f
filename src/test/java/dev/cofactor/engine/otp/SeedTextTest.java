// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static dev.cofactor.engine.otp.KeyUriTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.otp.Enrolment.Remark;
import dev.cofactor.engine.otp.KeyUri.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTextTest {
    private static SeedText read(String text) {
        return SeedText.read(text(text), Source.ENTRY);
    }

    @Test
    void aSetupLinkIsAnEntry() {
        assertThat(read(" OtpAuth://totp/Acme:bob?secret=JBSWY3DPEHPK3PXP\n"))
                .isInstanceOfSatisfying(
                        SeedText.Entry.class,
                        entry -> assertThat(entry.enrolment().account()).isEqualTo(new Account("Acme", "bob")));
    }

    @Test
    void theSourceReachesTheSetupLink() {
        assertThat(SeedText.read(text("otpauth://hotp/b?secret=JBSWY3DPEHPK3PXP"), Source.IMPORT))
                .isInstanceOf(SeedText.Entry.class);
        assertThatThrownBy(() -> read("otpauth://hotp/b?secret=JBSWY3DPEHPK3PXP"))
                .isInstanceOf(OtpRefused.class);
    }

    @Test
    void anExportIsAPart() {
        assertThat(read(Export.part(7, 1, 2).uri()))
                .isInstanceOfSatisfying(
                        SeedText.Part.class,
                        part -> assertThat(part.part().index()).isEqualTo(1));
    }

    @Test
    void aBareKeyIsAKey() {
        assertThat(read(" jbsw y3dp ehpk 3pxp ")).isInstanceOfSatisfying(SeedText.Key.class, key -> {
            assertThat(key.seed().reveal()).hasSize(10);
            assertThat(key.remarks()).isEmpty();
        });
        assertThat(read("JBSWY3DP"))
                .isInstanceOfSatisfying(
                        SeedText.Key.class, key -> assertThat(key.remarks()).containsExactly(Remark.SHORT_SEED));
    }

    @ParameterizedTest
    @CsvSource({
        "otpauth://yaotp/bob?secret=6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY, otp-yandex-unsupported",
        "motp://bob:alice?secret=0123456789abcdef, otp-motp-unsupported",
        "MOTP://x, otp-motp-unsupported",
        "otpauth://totp/bob?secret=JBSWY3DPEHPK3PXP&algorithm=MD5, otp-md5-unsupported",
        "otpauth://ocra/bob?secret=JBSWY3DPEHPK3PXP, otp-type-unsupported"
    })
    void whatIsNotServedIsNamed(String text, String code) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        SeedText.Unsupported.class,
                        answer -> assertThat(answer.why().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ABC",
                "https://example.org/totp",
                "WIFI:S:net;T:WPA;P:JBSWY3DPEHPK3PXP;;",
                "otpauth:totp/bob",
                "otpauth-migration:offline",
                "xotpauth://totp/bob?secret=JBSWY3DPEHPK3PXP",
                "two\u00a0words",
                "ÄÖÜÄÖÜÄÖÜ",
                "{\"secret\":\"JBSWY3DPEHPK3PXP\"}"
            })
    void allElseIsSomethingElse(String text) {
        assertThat(read(text)).isEqualTo(new SeedText.Other());
    }

    @ParameterizedTest
    @CsvSource({
        "otpauth://totp/bob, seed-missing",
        "otpauth-migration://offline, migration-malformed",
        "JBSW Y3DP EHPK 3PX0, seed-malformed",
        "otpauth://totp/bob?secret=JBSWY3DPEHPK3PXP&digits=0, otp-digits"
    })
    void whatIsOneOfTheseAndBrokenIsRefused(String text, String code) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        OtpRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void tenMegabytesAreNotEvenRead() {
        String much = "A".repeat(10_000_000);
        assertThat(read(much)).isEqualTo(new SeedText.Other());
        assertThatThrownBy(() -> read("otpauth://totp/b?secret=" + much))
                .hasMessage(OtpRefused.tooLong().getMessage());
        assertThatThrownBy(() -> read("otpauth-migration://offline?data=" + much))
                .hasMessage(OtpRefused.tooLong().getMessage());
    }
}
