// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import static dev.cofactor.desk.machines.Depot.knock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Clocks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When a token was last shown: known to the minute, and never waited for. */
@QuarkusTest
class LastUseHttpTest {
    private final Depot depot;
    private final LastUse lastUse;
    private final LastUseRows rows;
    private final Clock clock;

    LastUseHttpTest(Depot depot, LastUse lastUse, LastUseRows rows, Clock clock) {
        this.depot = depot;
        this.lastUse = lastUse;
        this.rows = rows;
        this.clock = clock;
    }

    /** Remembers what it is given, and can be broken. */
    private static final class Remembering extends LastUseRows {
        private final Map<UUID, Instant> written = new HashMap<>();
        private final AtomicInteger writes = new AtomicInteger();
        private boolean broken;

        @SuppressWarnings("NullAway")
        Remembering() {
            super(null);
        }

        @Override
        void write(Map<UUID, Instant> uses) {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            writes.addAndGet(uses.size());
            written.putAll(uses);
        }
    }

    @Test
    void aTokenSaysWhenItWasLastShownToTheMinute() {
        String service = depot.service();
        JsonPath issued = depot.issue(service).jsonPath();
        assertThat(lastUsed(service)).isNull();
        Instant first = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        knock(issued.getString("token"));
        lastUse.write();
        assertThat(Instant.parse(lastUsed(service))).isBetween(first, first.plusSeconds(60));
        Clocks.goOn(Duration.ofMinutes(5));
        knock(issued.getString("token"));
        lastUse.write();
        assertThat(Instant.parse(lastUsed(service))).isAfterOrEqualTo(first.plus(Duration.ofMinutes(5)));
    }

    @Test
    void ofTwoNodesThatWriteTheLaterTimeStays() {
        UUID token = UUID.randomUUID();
        Instant noon = Instant.parse("2026-11-28T12:00:00Z");
        rows.write(Map.of(token, noon));
        rows.write(Map.of(token, noon.minusSeconds(60), UUID.randomUUID(), noon));
        assertThat(rows.of(List.of(token))).containsExactly(Map.entry(token, noon));
    }

    @Test
    void aBusyTokenIsWrittenOnceAMinute() {
        Remembering remembering = new Remembering();
        LastUse one = new LastUse(remembering, Clock.fixed(Instant.parse("2026-11-28T12:00:31Z"), clock.getZone()));
        UUID token = UUID.randomUUID();
        for (int i = 0; i < 100; i++) {
            one.seen(token);
            one.write();
        }
        assertThat(remembering.writes).hasValue(1);
        assertThat(remembering.written).containsEntry(token, Instant.parse("2026-11-28T12:00:00Z"));
    }

    @Test
    void withoutADatabaseNobodyIsHeldUpAndNothingGrowsWithoutBound() {
        Remembering remembering = new Remembering();
        remembering.broken = true;
        LastUse one = new LastUse(remembering, Clock.fixed(Instant.EPOCH, clock.getZone()));
        for (int i = 0; i < 3 * LastUse.MOST; i++) {
            one.seen(new UUID(7, i));
        }
        one.write();
        remembering.broken = false;
        one.write();
        assertThat(remembering.written).hasSize(LastUse.MOST);
        one.write();
        assertThat(remembering.writes).hasValue(LastUse.MOST);
    }

    private String lastUsed(String service) {
        return depot.read(service).jsonPath().getString("tokens[0].lastUsed");
    }
}
