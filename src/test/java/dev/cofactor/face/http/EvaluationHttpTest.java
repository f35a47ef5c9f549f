// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.fixtures.CapturedLog;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An evaluation, and a house with error pages of its own. */
@QuarkusTest
@TestProfile(EvaluationHttpTest.Evaluation.class)
class EvaluationHttpTest {
    private static final String HOME = "http://localhost:8080";

    @Test
    void aPageUnderAnotherNameLeadsHome() {
        given().redirects()
                .follow(false)
                .get("/test/seen?a=b")
                .then()
                .statusCode(307)
                .header("Location", HOME + "/test/seen?a=b");
    }

    @Test
    void noPathLeadsAnywhereElse() {
        assertThat(RawHttp.toServer().send("GET //evil.example/x HTTP/1.1"))
                .contains("Location: " + HOME + "/evil.example/x\r");
        assertThat(RawHttp.toServer().send("GET http://evil.example/x HTTP/1.1"))
                .contains("Location: " + HOME + "/x\r");
    }

    @Test
    void underItsOwnNameItIsShown() {
        given().header("Host", "LOCALHOST:8080").get("/test/seen").then().statusCode(200);
    }

    @Test
    void programsAreNotLedAnywhere() {
        given().get("/api/v1/test/seen").then().statusCode(200);
    }

    @Test
    void plainHttpIsNotPinned() {
        given().header("Host", "localhost:8080")
                .get("/test/seen")
                .then()
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void aFailedPageIsDrawnByTheHouse() {
        given().header("Host", "localhost:8080")
                .get("/test/problem/TOO_MANY")
                .then()
                .statusCode(429)
                .contentType("text/html")
                .body(equalTo("<h1>429 sample: a sample</h1>"));
    }

    @Test
    void aFailingErrorPageFallsBackToText() {
        try (CapturedLog log = new CapturedLog()) {
            given().header("Host", "localhost:8080")
                    .get("/test/boom")
                    .then()
                    .statusCode(500)
                    .contentType("text/plain");
            assertThat(log.text()).contains("the error page failed").doesNotContain("quotes something");
        }
    }

    /** Settings of an evaluation. */
    public static class Evaluation implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cofactor.url", HOME, "cofactor.evaluation", "true");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SampleErrorPage.class);
        }
    }

    @Alternative
    @Singleton
    static class SampleErrorPage implements ErrorPage {
        @Override
        public String render(Details details) {
            if (details.status() == 500) {
                throw new IllegalStateException("quotes something");
            }
            return "<h1>%d %s: %s</h1>".formatted(details.status(), details.code(), details.message());
        }
    }
}
