// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.isA;
import static org.hamcrest.Matchers.not;

import dev.cofactor.fixtures.WrongClock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and their tools find. */
@QuarkusTest
class OperatorsHttpTest {
    @ParameterizedTest
    @ValueSource(strings = {"live", "ready"})
    void healthIsOnAPortOfItsOwn(String which) {
        given().get(Management.health(which)).then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/" + which).then().statusCode(404);
    }

    @Test
    void soAreMetrics() {
        given().get(Management.metrics()).then().statusCode(200).body(containsString("jvm_"));
        given().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void aClockThatIsOffIsSeenAndTheNodeStaysReady() {
        given().get(Management.health("well")).then().statusCode(200);
        for (Duration off : List.of(Duration.ofSeconds(7), Duration.ofSeconds(-7))) {
            try (WrongClock wrong = WrongClock.by(off)) {
                given().get(Management.health("well"))
                        .then()
                        .statusCode(503)
                        .body("checks.find { it.name == 'clock' }.status", equalTo("DOWN"))
                        .body("checks.find { it.name == 'clock' }.data.'ahead-millis'", isA(Integer.class));
                given().get(Management.health("ready")).then().statusCode(200);
                assertThat(ahead()).isCloseTo(off.toSeconds(), within(1.0));
            }
        }
        assertThat(ahead()).isCloseTo(0, within(1.0));
    }

    private static double ahead() {
        return given().get(Management.metrics())
                .asString()
                .lines()
                .filter(line -> line.startsWith("cofactor_clock_ahead_seconds"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theApiDescribesItself() {
        given().header("Accept", "application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Cofactor"))
                .body("info.license.name", equalTo("Apache-2.0"))
                .body("components.schemas", hasKey("Problem"))
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body("paths", hasKey("/api/v1/test"))
                .body("paths", not(hasKey("/test")))
                .body("paths.'/api/v1/test'.post.responses.default.content", hasKey("application/problem+json"));
    }

    @Test
    void thereIsNoPlayground() {
        given().get("/q/swagger-ui").then().statusCode(404);
    }
}
