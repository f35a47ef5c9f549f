// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpTest {
    private static final Parameters HOTP = Parameters.hotp(Algorithm.SHA1, 6, 0);

    private final Plaintext seed = Plaintext.owning("12345678901234567890".getBytes(US_ASCII));

    static List<OtpVectors> vectors() {
        return Stream.of("otp-rfc4226.txt", "otp-rfc6238.txt", "otp-others.txt")
                .flatMap(file -> OtpVectors.read(file).stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void vectorsGetTheirVerdict(OtpVectors vector) {
        Parameters parameters = parameters(vector);
        long moment = Long.parseLong(vector.get("moment"));
        try (Plaintext key = Plaintext.owning(HexFormat.of().parseHex(vector.get("seed")))) {
            String code = Otp.code(key, parameters, moment).text();
            assertThat(code.equals(vector.get("code"))).isEqualTo(vector.isFine());
            assertThat(Otp.verify(key, parameters, vector.get("code"), moment, moment)
                            .isPresent())
                    .isEqualTo(vector.isFine());
            if (vector.has("time")) {
                Instant time = Instant.ofEpochSecond(Long.parseLong(vector.get("time")));
                assertThat(Otp.code(key, parameters, time).text()).isEqualTo(code);
            }
        }
    }

    private static Parameters parameters(OtpVectors vector) {
        Kind kind = Kind.valueOf(vector.get("kind"));
        return new Parameters(
                kind,
                Algorithm.valueOf(vector.get("algorithm")),
                Integer.parseInt(vector.get("digits")),
                kind == Kind.HOTP ? 0 : 30,
                0);
    }

    @Test
    void manyCodesAreThoseOfASecondImplementation() throws GeneralSecurityException {
        Random random = new Random(6238);
        List<String> hashes = List.of("SHA-1", "SHA-256", "SHA-512");
        for (int i = 0; i < 100_000; i++) {
            byte[] key = new byte[1 + random.nextInt(Seed.MAX_BYTES)];
            random.nextBytes(key);
            int hash = random.nextInt(3);
            int digits = 6 + random.nextInt(5);
            long moment = random.nextLong() >> random.nextInt(64);
            Parameters parameters = i % 10 == 0
                    ? Parameters.steam()
                    : Parameters.totp(Algorithm.values()[hash], digits, 1 + random.nextInt(100));
            String expected = i % 10 == 0
                    ? Second.steam(key, BigInteger.valueOf(moment))
                    : Second.digits(key, hashes.get(hash), BigInteger.valueOf(moment), digits);
            try (Plaintext own = Plaintext.owning(key)) {
                assertThat(Otp.code(own, parameters, moment).text()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "th-TH-u-nu-thai", "fa-IR", "tr-TR", "hi-IN-u-nu-deva"})
    void codesAreTheSameInEveryLanguage(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(Otp.code(seed, HOTP, 0).text()).isEqualTo("755224");
            assertThat(Otp.verify(seed, HOTP, "755224", 0, 0)).hasValue(0);
            assertThat(Otp.verify(seed, HOTP, "%d".formatted(755224), 0, 0).isPresent())
                    .isEqualTo("%d".formatted(755224).equals("755224"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theWindowEndsWhereItSays() {
        String code = Otp.code(seed, HOTP, 100).text();
        assertThat(Otp.verify(seed, HOTP, code, 100, 102)).hasValue(100);
        assertThat(Otp.verify(seed, HOTP, code, 98, 100)).hasValue(100);
        assertThat(Otp.verify(seed, HOTP, code, 97, 99)).isEmpty();
        assertThat(Otp.verify(seed, HOTP, code, 101, 103)).isEmpty();
    }

    @Test
    void theWindowAroundNowCountsWholeSteps() {
        Parameters totp = Parameters.usual();
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        String before = Otp.code(seed, totp, now.minusSeconds(30)).text();
        String after = Otp.code(seed, totp, now.plusSeconds(30)).text();
        long step = Step.at(now, totp).number();
        assertThat(Otp.verify(seed, totp, before, now, 1, 0)).hasValue(step - 1);
        assertThat(Otp.verify(seed, totp, before, now, 0, 1)).isEmpty();
        assertThat(Otp.verify(seed, totp, after, now, 0, 1)).hasValue(step + 1);
        assertThat(Otp.verify(seed, totp, after, now, 1, 0)).isEmpty();
    }

    /** Else the same text would be right again a step later. */
    @Test
    void aCodeThatIsRightTwiceUsesUpTheLaterStep() {
        Parameters six = HOTP;
        for (long first = 0; ; first += 900) {
            for (long moment = first; moment < first + 900; moment++) {
                String code = Otp.code(seed, six, moment).text();
                long found = Otp.verify(seed, six, code, first, first + 899).orElseThrow();
                if (found != moment) {
                    assertThat(found).isGreaterThan(moment);
                    assertThat(Otp.code(seed, six, found).text()).isEqualTo(code);
                    return;
                }
            }
        }
    }

    @Test
    void aWindowIsNeitherEmptyNorEndless() {
        assertThatThrownBy(() -> Otp.verify(seed, HOTP, "755224", 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Otp.verify(seed, HOTP, "755224", 0, 1_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Otp.verify(seed, HOTP, "755224", Long.MIN_VALUE, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Otp.verify(seed, HOTP, "755224", 0, 999)).isPresent();
    }

    @Test
    void codesDoNotPrintByAccident() {
        assertThat(Otp.code(seed, HOTP, 0)).hasToString("[redacted]");
    }

    @Test
    void seedsAreLeftAsTheyWere() {
        Otp.code(seed, HOTP, 0);
        assertThat(seed.reveal()).asString(US_ASCII).isEqualTo("12345678901234567890");
    }

    @Test
    void emptyAndEndlessSeedsAreRefused() {
        assertThatThrownBy(() -> Otp.code(Plaintext.owning(new byte[0]), HOTP, 0))
                .isInstanceOfSatisfying(
                        OtpRefused.class, e -> assertThat(e.code()).isEqualTo("seed-missing"));
        assertThatThrownBy(() -> Otp.code(Plaintext.owning(new byte[129]), HOTP, 0))
                .isInstanceOfSatisfying(
                        OtpRefused.class, e -> assertThat(e.code()).isEqualTo("seed-too-long"));
    }
}
