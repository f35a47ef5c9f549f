// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.otp.Enrolment.Remark;
import dev.cofactor.ground.plaintext.Plaintext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static void isRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OtpRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 5, 11, Integer.MAX_VALUE})
    void otherDigitsAreRefused(int digits) {
        isRefused("otp-digits", () -> Parameters.totp(Algorithm.SHA1, digits, 30));
        isRefused("otp-digits", () -> Parameters.hotp(Algorithm.SHA1, digits, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 86_401, Integer.MAX_VALUE})
    void otherPeriodsAreRefused(int period) {
        isRefused("otp-period", () -> Parameters.totp(Algorithm.SHA1, 6, period));
    }

    @Test
    void theLimitsThemselvesAreFine() {
        for (int digits = 6; digits <= 10; digits++) {
            assertThat(Parameters.totp(Algorithm.SHA512, digits, 1).digits()).isEqualTo(digits);
        }
        assertThat(Parameters.totp(Algorithm.SHA1, 6, 86_400).period()).isEqualTo(86_400);
        assertThat(Parameters.hotp(Algorithm.SHA1, 6, Long.MAX_VALUE).counter()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatDoesNotFitTheKindIsRefused() {
        isRefused("otp-counter", () -> Parameters.hotp(Algorithm.SHA1, 6, -1));
        isRefused("otp-counter", () -> new Parameters(Kind.TOTP, Algorithm.SHA1, 6, 30, 1));
        isRefused("otp-period", () -> new Parameters(Kind.HOTP, Algorithm.SHA1, 6, 30, 0));
        isRefused("otp-digits", () -> new Parameters(Kind.STEAM, Algorithm.SHA1, 6, 30, 0));
        isRefused("otp-period", () -> new Parameters(Kind.STEAM, Algorithm.SHA1, 5, 60, 0));
        isRefused("otp-algorithm", () -> new Parameters(Kind.STEAM, Algorithm.SHA256, 5, 30, 0));
    }

    @Test
    void aCounterIsNotTakenForATime() {
        Parameters hotp = Parameters.hotp(Algorithm.SHA1, 6, 0);
        isRefused("otp-kind", () -> hotp.mustBe(EnumSet.of(Kind.TOTP, Kind.STEAM)));
        isRefused("otp-kind", () -> Step.at(Instant.EPOCH, hotp));
        assertThat(hotp.mustBe(Set.of(Kind.HOTP))).isSameAs(hotp);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 30, 0, 0",
        "29, 30, 0, 0",
        "30, 30, 1, 30",
        "-1, 30, -1, -30",
        "-30, 30, -1, -30",
        "-31, 30, -2, -60",
        "59, 60, 0, 0",
        "7, 1, 7, 7",
        "-7, 1, -7, -7",
        "86399, 86400, 0, 0",
        "20000000000, 30, 666666666, 19999999980"
    })
    void stepsBeginAndEndOnThePeriod(long second, int period, long number, long begin) {
        Parameters parameters = Parameters.totp(Algorithm.SHA1, 6, period);
        Step step = Step.at(Instant.ofEpochSecond(second).plusNanos(999_999_999), parameters);
        assertThat(step)
                .isEqualTo(new Step(number, Instant.ofEpochSecond(begin), Instant.ofEpochSecond(begin + period)))
                .isEqualTo(Step.of(number, parameters));
    }

    @Test
    void theEndsOfTheCalendarHaveSteps() {
        Parameters parameters = Parameters.usual();
        assertThat(Step.at(Instant.MIN.plusSeconds(60), parameters).begin()).isBefore(Instant.MIN.plusSeconds(61));
        assertThat(Step.at(Instant.MAX.minusSeconds(60), parameters).end()).isAfter(Instant.MAX.minusSeconds(60));
    }

    @Test
    void freshSeedsComeFromTheGivenSourceAndAreLong() {
        for (Algorithm algorithm : Algorithm.values()) {
            try (Plaintext seed = Seed.fresh(new Counting(), algorithm)) {
                assertThat(seed.reveal())
                        .hasSizeGreaterThanOrEqualTo(20)
                        .hasSize(algorithm.seedBytes())
                        .startsWith(1, 2, 3)
                        .endsWith(algorithm.seedBytes());
                assertThat(Seed.judge(seed)).isEmpty();
            }
        }
    }

    @Test
    void shortSeedsAreServedAndSaid() {
        assertThat(Seed.judge(Plaintext.owning(new byte[9]))).containsExactly(Remark.SHORT_SEED);
        assertThat(Seed.judge(Plaintext.owning(new byte[10]))).isEmpty();
        assertThat(Seed.judge(Plaintext.owning(new byte[128]))).isEmpty();
        isRefused("seed-too-long", () -> Seed.judge(Plaintext.owning(new byte[129])));
        isRefused("seed-missing", () -> Seed.judge(Plaintext.owning(new byte[0])));
    }

    private static final class Counting extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (i + 1);
            }
        }
    }
}
