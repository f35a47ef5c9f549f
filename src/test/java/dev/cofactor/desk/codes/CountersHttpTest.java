// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Codes that count, which are used up: each goes out once, and again only to the same request. */
@QuarkusTest
class CountersHttpTest {
    private final Kiosk kiosk;
    private final LogEntries entries;
    private final WholeLog log;

    CountersHttpTest(Kiosk kiosk, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aKeyMakesARepetitionKnownAndAnotherRequestUnderItIsRefused() {
        Stand stand = kiosk.counting();
        Visitor visitor = kiosk.fetcher(stand);
        JsonPath first = kiosk.fetch(visitor, stand, Map.of("idempotencyKey", "deploy-1"))
                .then()
                .statusCode(200)
                .body("type", equalTo("hotp"))
                .extract()
                .jsonPath();
        JsonPath again = kiosk.fetch(visitor, stand, Map.of("idempotencyKey", "deploy-1"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(again.getString("code")).isEqualTo(first.getString("code"));
        assertThat(again.getLong("counter")).isEqualTo(first.getLong("counter"));
        assertThat(entries.of(UUID.fromString(again.getString("receipt"))).outcome())
                .isEqualTo("repeated");
        kiosk.fetch(visitor, stand, Map.of("idempotencyKey", "deploy-1", "reason", "another"))
                .then()
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
        kiosk.fetch(visitor, stand, Map.of("idempotencyKey", "deploy-2"))
                .then()
                .statusCode(200)
                .body("counter", equalTo((int) first.getLong("counter") + 1));
    }

    @Test
    void aCounterIsUsedOnceHoweverManyAsk() {
        Stand stand = kiosk.counting();
        Visitor visitor = kiosk.fetcher(stand);
        List<JsonPath> codes =
                kiosk.atOnce(IntStream.range(0, 24).mapToObj(i -> visitor).toList(), stand, Map.of());
        Set<Long> counters = codes.stream().map(code -> code.getLong("counter")).collect(Collectors.toSet());
        assertThat(counters).hasSize(24);
        codes.forEach(code -> assertThat(code.getString("code")).isEqualTo(stand.codeOf(code.getLong("counter"))));
    }
}
