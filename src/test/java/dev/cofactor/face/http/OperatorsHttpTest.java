// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
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
