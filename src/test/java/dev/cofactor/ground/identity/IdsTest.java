// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void isAVersionSevenUuidThatBeginsWithTheTime() {
        UUID id = ids(NOON).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void laterOnesSortBehindEarlierOnes() {
        String early = ids(NOON).next().toString();
        String late = ids(NOON.plusMillis(1)).next().toString();
        assertThat(early).isLessThan(late);
    }

    @Test
    void noTwoAreTheSameInOneMillisecond() {
        Ids ids = ids(NOON);
        assertThat(java.util.stream.Stream.generate(ids::next).limit(10_000).distinct())
                .hasSize(10_000);
    }

    private static Ids ids(Instant now) {
        return new Ids(Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
    }
}
