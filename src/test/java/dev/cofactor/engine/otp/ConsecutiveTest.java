// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Two codes in a row, with those of RFC 4226, appendix D. */
class ConsecutiveTest {
    private static final String[] CODES = {"755224", "287082", "359152", "969429", "338314", "254676", "287922"};

    @Test
    void saysAtWhichCounterTheFirstOfThemIsRight() {
        for (int i = 0; i + 1 < CODES.length; i++) {
            assertThat(find(CODES[i], CODES[i + 1], 0, 999)).hasValue(i);
        }
    }

    @Test
    void theWindowBeginsAndEndsWithTheFirstOfThem() {
        assertThat(find(CODES[2], CODES[3], 2, 2)).hasValue(2);
        assertThat(find(CODES[2], CODES[3], 0, 2)).hasValue(2);
        assertThat(find(CODES[2], CODES[3], 0, 1)).isEmpty();
        assertThat(find(CODES[2], CODES[3], 3, 999)).isEmpty();
    }

    @Test
    void oneThatIsRightIsNotEnough() {
        assertThat(find(CODES[2], CODES[4], 0, 999)).isEmpty();
        assertThat(find(CODES[3], CODES[2], 0, 999)).isEmpty();
        assertThat(find(CODES[3], CODES[3], 0, 999)).isEmpty();
        assertThat(find(CODES[3], "", 0, 999)).isEmpty();
        assertThat(find("96942X", CODES[4], 0, 999)).isEmpty();
    }

    @Test
    void noWindowIsWiderThanAThousand() {
        assertThatThrownBy(() -> find(CODES[0], CODES[1], 0, 1000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> find(CODES[0], CODES[1], 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OptionalLong find(String one, String next, long first, long last) {
        try (Plaintext seed = Plaintext.owning("12345678901234567890".getBytes(US_ASCII))) {
            return Otp.consecutive(seed, Parameters.hotp(Algorithm.SHA1, 6, 0), one, next, first, last);
        }
    }
}
