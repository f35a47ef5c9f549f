// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.qr.PictureRefused;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.ground.plaintext.Plaintext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is found in the pictures of one form, and for how long it is looked for. */
class PicturesTest {
    private static final String KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static Plaintext picture(String... texts) {
        return Plaintext.owning(QrPng.of(texts));
    }

    @Test
    void allPicturesOfAFormHaveTwentySecondsTogether() {
        Plaintext one = picture(Enrolling.link(KEY));
        SlowReader counting = new SlowReader(Duration.ofNanos(1));
        new Pictures(counting).read(List.of(one), OptionalInt.empty()).close();
        long looks = Duration.between(Instant.EPOCH, counting.now).toNanos();
        Duration alone = Duration.ofSeconds(3);
        SlowReader time = new SlowReader(alone.dividedBy(looks));
        Pictures pictures = new Pictures(time);
        assertThatThrownBy(() -> pictures.read(Collections.nCopies(110, one), OptionalInt.empty()))
                .isInstanceOfSatisfying(
                        PictureRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("pictures-took-too-long"));
        assertThat(Duration.between(Instant.EPOCH, time.now))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(20).plus(alone));
    }

    @Test
    void whatAnExportHeldOthersHaveHad() {
        Pictures pictures = new Pictures(Clock.systemUTC());
        try (Plaintext exported = picture(Enrolling.export(0, 1, "one@example.com"));
                Entered entered = pictures.read(List.of(exported), OptionalInt.empty())) {
            assertThat(entered.usedElsewhere()).isTrue();
        }
        try (Plaintext shown = picture(Enrolling.link(KEY));
                Entered entered = pictures.read(List.of(shown), OptionalInt.empty())) {
            assertThat(entered.usedElsewhere()).isFalse();
        }
    }

    @Test
    void aSeedThatIsInAnExportBesidesWasElsewhereToo() {
        String same = Enrolling.link("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        try (Plaintext both = picture(same, Enrolling.export(0, 1, "one@example.com"));
                Entered entered = new Pictures(Clock.systemUTC()).read(List.of(both), OptionalInt.empty())) {
            assertThat(entered.usedElsewhere()).isTrue();
            assertThat(entered.enrolment().account().issuer()).isEqualTo("Example");
        }
    }

    /** Each look at it is a while later than the last: so slow is the reader. */
    private static final class SlowReader extends Clock {
        private final Duration step;
        private Instant now = Instant.EPOCH;

        SlowReader(Duration step) {
            this.step = step;
        }

        @Override
        public Instant instant() {
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
