// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.otp.Enrolment.Remark;
import dev.cofactor.engine.otp.KeyUri.Source;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyUriTest {
    static List<OtpVectors> vectors() {
        return OtpVectors.read("otp-uris.txt");
    }

    static Plaintext text(String text) {
        return Plaintext.owning(text.getBytes(UTF_8));
    }

    private static Enrolment read(String uri) {
        return KeyUri.read(text(uri), Source.ENTRY);
    }

    static String written(Enrolment enrolment) {
        try (Plaintext uri = KeyUri.write(enrolment)) {
            return new String(uri.reveal(), UTF_8);
        }
    }

    /** A \n, \0, \t or \u202e in a vector stands for that character, and {long} for 300 letters. */
    private static String uri(OtpVectors vector) {
        return vector.get("uri").translateEscapes().replace("{bidi}", "\u202e").replace("{long}", "x".repeat(300));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void vectorsGetTheirVerdict(OtpVectors vector) {
        Source source = vector.has("source") ? Source.valueOf(vector.get("source")) : Source.ENTRY;
        String verdict;
        try (Enrolment enrolment = KeyUri.read(text(uri(vector)), source)) {
            verdict = "ok";
            assertThat(written(enrolment)).isEqualTo(vector.get("written"));
            assertThat(remarks(enrolment)).isEqualTo(vector.has("remarks") ? vector.get("remarks") : "");
            assertThat(enrolment.labelIssuer()).isEqualTo(vector.has("label-issuer") ? vector.get("label-issuer") : "");
        } catch (OtpRefused e) {
            verdict = e.code();
        }
        assertThat(verdict).isEqualTo(vector.get("expect"));
    }

    private static String remarks(Enrolment enrolment) {
        return enrolment.remarks().stream()
                .map(remark -> remark.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (OtpVectors vector : vectors()) {
            if (vector.isFine()) {
                try (Enrolment enrolment = read(vector.get("written"))) {
                    assertThat(written(enrolment)).isEqualTo(vector.get("written"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "th-TH-u-nu-thai", "tr-TR"})
    void urisAreTheSameInEveryLanguage(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            for (OtpVectors vector : vectors()) {
                vectorsGetTheirVerdict(vector);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSeedIsTheBytesItsBase32Spells() {
        try (Enrolment enrolment = read("otpauth://totp/a?secret=gezd-gnbv gy3t=qojq".replace("=q", "q"))) {
            assertThat(enrolment.seed().reveal()).asString(UTF_8).isEqualTo("1234567890");
            assertThat(enrolment.remarks()).isEmpty();
        }
    }

    @Test
    void nothingOfAnEnrolmentPrints() {
        try (Enrolment enrolment = read("otpauth://totp/Acme:bob?secret=GEZDGNBVGY3TQOJQ&issuer=Other")) {
            assertThat(enrolment).hasToString("[redacted]");
            assertThat(enrolment.account()).hasToString("[redacted]");
            assertThat(new SeedText.Entry(enrolment).toString()).doesNotContain("Acme", "bob", "Other", "GEZ");
        }
    }

    @Test
    void closingAnEnrolmentOverwritesItsSeed() {
        Enrolment enrolment = read("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ");
        byte[] seed = enrolment.seed().reveal();
        enrolment.close();
        assertThat(seed).containsOnly(0);
    }

    @Test
    void theTextStaysTheCallers() {
        String uri = "otpauth://totp/a%20b?secret=GEZD GNBV&issuer=C+D#e";
        try (Plaintext text = text(uri)) {
            KeyUri.read(text, Source.ENTRY).close();
            assertThat(text.reveal()).asString(UTF_8).isEqualTo(uri);
        }
    }

    @Test
    void longUrisAreRefusedUnread() {
        String start = "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ&x=";
        read(start + "y".repeat(KeyUri.MAX_LENGTH - start.length())).close();
        assertThatThrownBy(() -> read(start + "y".repeat(KeyUri.MAX_LENGTH - start.length() + 1)))
                .hasMessage(OtpRefused.tooLong().getMessage());
    }

    @Test
    void seedsOfEveryLengthComeBack() {
        for (int length = 1; length <= Seed.MAX_BYTES; length++) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 37 + length);
            }
            Account account = new Account("Acme", "bob");
            try (Enrolment enrolment = new Enrolment(account, Parameters.usual(), Plaintext.owning(bytes.clone()));
                    Enrolment read = read(written(enrolment))) {
                assertThat(read.seed().reveal()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void everyKindComesBack() {
        Stream.of(
                        Parameters.steam(),
                        Parameters.hotp(Algorithm.SHA512, 10, Long.MAX_VALUE),
                        Parameters.totp(Algorithm.SHA256, 7, 86_400))
                .forEach(parameters -> {
                    Account account = new Account("Ünï & Co", "a+b@c#d%?/");
                    Plaintext seed = Plaintext.owning(new byte[20]);
                    try (Enrolment enrolment = new Enrolment(account, parameters, seed);
                            Enrolment read = read(written(enrolment))) {
                        assertThat(read.parameters()).isEqualTo(parameters);
                        assertThat(read.account()).isEqualTo(account);
                        assertThat(Set.of(Remark.UNUSUAL_DIGITS)).containsAll(read.remarks());
                    }
                });
    }
}
