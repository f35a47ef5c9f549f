// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimekeeperTest {
    private static final Duration TWO = Timekeeper.TOLERATED;

    private Duration wrong = Duration.ZERO;
    private final Clock real = Clock.systemUTC();
    private final Timekeeper keeper = new Timekeeper(() -> real.instant().plus(wrong), real);

    @Test
    void ofWhatWasNeverComparedNobodyKnows() {
        assertThat(keeper.drift()).isEmpty();
        assertThat(keeper.isOffBy(Duration.ofDays(1))).isTrue();
        assertThat(keeper.reading().known()).isNull();
    }

    @Test
    void twoThatAgreeAreBelieved() {
        saw(Duration.ZERO, Duration.ofMillis(2));
        assertThat(keeper.reading().known()).isNotNull();
        assertThat(keeper.isOffBy(Duration.ofMillis(500))).isFalse();
    }

    @Test
    void aMachineThatIsPutElsewhereIsNoticedBeforeItIsComparedAgain() {
        saw(Duration.ZERO, Duration.ofMillis(2));
        for (Duration off : new Duration[] {Duration.ofSeconds(3), Duration.ofSeconds(-3)}) {
            wrong = off;
            assertThat(keeper.isOffBy(TWO)).isTrue();
            assertThat(keeper.isOffBy(Duration.ofSeconds(10))).isFalse();
            assertThat(keeper.reading().known()).isNull();
            assertThat(keeper.reading().time()).isNotNull();
        }
        wrong = Duration.ZERO;
        assertThat(keeper.isOffBy(TWO)).isFalse();
    }

    @Test
    void aDatabaseThatIsWrongIsNoticedWithItsNextAnswerInBothDirections() {
        saw(Duration.ZERO, Duration.ofMillis(2));
        saw(Duration.ofSeconds(3), Duration.ofMillis(2));
        assertThat(keeper.isOffBy(TWO)).isTrue();
        saw(Duration.ZERO, Duration.ofMillis(2));
        assertThat(keeper.isOffBy(TWO)).isFalse();
        saw(Duration.ofSeconds(-3), Duration.ofMillis(2));
        assertThat(keeper.isOffBy(TWO)).isTrue();
    }

    @Test
    void aSlowAnswerMakesNoClockWrongAndTakesNothingFromAnExactOne() {
        saw(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(keeper.isOffBy(TWO)).isFalse(); // anything up to five seconds would be true of it
        saw(Duration.ZERO, Duration.ofMillis(2));
        saw(Duration.ofMillis(2400), Duration.ofSeconds(5));
        assertThat(keeper.drift().orElseThrow().unsure()).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void aSlowAnswerThatContradictsAnExactOneIsBelieved() {
        saw(Duration.ZERO, Duration.ofMillis(2));
        saw(Duration.ofSeconds(60), Duration.ofSeconds(4));
        assertThat(keeper.isOffBy(Duration.ofSeconds(10))).isTrue();
    }

    /** @param ahead of the database, in the middle of the time that the question took */
    private void saw(Duration ahead, Duration took) {
        long now = System.nanoTime();
        Instant middle = real.instant().minus(took.dividedBy(2));
        keeper.saw(middle.plus(ahead), now - took.toNanos(), now);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(took.toNanos())).isLessThan(60);
    }
}
