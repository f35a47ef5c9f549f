// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only a page of ours can make a browser change something here. */
@QuarkusTest
class ForeignFormsHttpTest {
    private static final String HOME = "https://cofactor.test";
    private static final String COOKIE = "session-value";

    private static RequestSpecification fromHome() {
        return given().header("Origin", HOME).header("Cookie", Cookies.SESSION + "=" + COOKIE);
    }

    @Test
    void aFormWithItsTokenArrivesWhole() {
        fromHome()
                .formParam("csrf", CsrfToken.of(COOKIE))
                .formParam("name", "Anna")
                .post("/test")
                .then()
                .statusCode(200)
                .body(equalTo("got Anna"));
    }

    @Test
    void aScriptSendsItsTokenInAHeader() {
        fromHome()
                .header("X-CSRF-Token", CsrfToken.of(COOKIE))
                .contentType("application/json")
                .body("{\"label\":\"a\",\"length\":1}")
                .post("/test/json")
                .then()
                .statusCode(200)
                .body(equalTo("got a"));
    }

    @Test
    void aTokenMissingOrWrongOrOfAnotherSessionIsRefused() {
        refused(fromHome().formParam("name", "Anna"), "/test");
        refused(fromHome().formParam("csrf", "wrong"), "/test");
        refused(fromHome().formParam("csrf", CsrfToken.of("another")), "/test");
        refused(fromHome().queryParam("csrf", CsrfToken.of(COOKIE)).formParam("name", "Anna"), "/test");
        refused(fromHome().contentType("application/json").body("{}"), "/test/json");
    }

    @Test
    void aTokenWithoutACookieIsRefused() {
        refused(given().header("Origin", HOME).formParam("csrf", CsrfToken.of(COOKIE)), "/test");
        refused(
                given().header("Origin", HOME)
                        .header("Cookie", Cookies.SESSION + "=")
                        .formParam("csrf", ""),
                "/test");
    }

    @Test
    void aRefusedFormIsToldHowToGoOn() {
        fromHome().formParam("csrf", "wrong").post("/test").then().body(containsString("open " + HOME + " again"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://cofactor.test,      same-origin, 200",
                "https://cofactor.test,      -,           200",
                "-,                          same-origin, 200",
                "-,                          -,           403",
                "-,                          none,        403",
                "null,                       same-origin, 403",
                "https://cofactor.test,      same-site,   403",
                "https://cofactor.test,      cross-site,  403",
                "http://cofactor.test,       -,           403",
                "https://cofactor.test:8443, -,           403",
                "https://cofactor.test.evil, -,           403",
            })
    void originAndFetchSiteDecide(String origin, String fetchSite, int status) {
        RequestSpecification request =
                given().header("Cookie", Cookies.SESSION + "=" + COOKIE).formParam("csrf", CsrfToken.of(COOKIE));
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (fetchSite != null) {
            request.header("Sec-Fetch-Site", fetchSite);
        }
        request.post("/test").then().statusCode(status);
    }

    @Test
    void theSignInFormHasATokenBeforeThereIsASession() {
        Response page = given().get("/test");
        String[] tokens = page.asString().split(" ", -1);
        String cookie = page.getHeader("Set-Cookie");
        assertThat(cookie)
                .contains("Path=/")
                .contains("Secure")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict");
        assertThat(tokens[0]).isEqualTo(tokens[1]);
        given().header("Origin", HOME)
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .formParam("csrf", tokens[0])
                .post("/test")
                .then()
                .statusCode(200);
    }

    @Test
    void programsNeedNeitherOriginNorToken() {
        given().formParam("reason", "a").post("/api/v1/test/form").then().statusCode(200);
    }

    private static void refused(RequestSpecification request, String path) {
        request.post(path).then().statusCode(403);
    }
}
