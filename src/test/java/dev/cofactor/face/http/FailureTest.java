// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    /** Gone, refused, shut down, crashed, starting, full, and one that has become a standby. */
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "53100", "25006"})
    void aDatabaseThatIsAwayOrHasBecomeAStandbyPasses(String state) {
        assertThat(Failure.isPassing(new SQLException("words", state))).isTrue();
    }

    @Test
    void aPoolThatWaitedInVainPassesToo() {
        assertThat(Failure.isPassing(new SQLException("words"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42501", "25001", "57014"})
    void whatWouldFailAgainDoesNot(String state) {
        assertThat(Failure.isPassing(new SQLException("words", state))).isFalse();
    }

    @Test
    void whoeverIsTurnedAwayIsToldWhenToComeBack() {
        assertThat(Failure.away().status()).isEqualTo(503);
        assertThat(Failure.away().retryAfter()).contains(Duration.ofSeconds(1));
    }
}
