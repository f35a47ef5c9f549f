// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimeHttpTest {
    private final Clock clock;

    TimeHttpTest(Clock clock) {
        this.clock = clock;
    }

    @Test
    void whatTimeItIsHereIsToldToAnybodyAndNothingElse() {
        Map<String, String> told = given().get("/api/v1/time")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath()
                .getMap("$");
        assertThat(told).containsOnlyKeys("serverTime");
        Instant time = Instant.parse(told.get("serverTime"));
        assertThat(Duration.between(time, clock.instant()).abs()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void itTakesNoOrders() {
        given().body("{}")
                .contentType("application/json")
                .post("/api/v1/time")
                .then()
                .statusCode(405);
        given().header("Authorization", "Bearer whatever")
                .get("/api/v1/time")
                .then()
                .statusCode(200);
    }
}
