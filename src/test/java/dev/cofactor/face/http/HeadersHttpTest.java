// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeadersHttpTest {
    private final Assets assets;

    @Inject
    HeadersHttpTest(Assets assets) {
        this.assets = assets;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/test", "/nothing", "/api/v1/nothing", "/api/v1/test/boom", "/assets/sample.js", "/openapi"})
    void everyAnswerTellsTheBrowserToTrustNothing(String path) {
        given().get(path)
                .then()
                .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self';"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", containsString("microphone=()"))
                .header("Strict-Transport-Security", "max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/secrets",
                "/secrets/new",
                "/secrets/new%0a",
                "//secrets/new",
                "/secrets/./new",
                "/secrets/new/",
                "/%2e",
                "nowhere"
            })
    void whateverIsAskedForHasOnePolicy(String path) {
        assertThat(RawHttp.toServer().send("GET " + path + " HTTP/1.1").split("(?i)content-security-policy:", -1))
                .hasSize(2);
    }

    @Test
    void soDoesTheAnswerToWhatIsNoPath() {
        assertThat(RawHttp.toServer().send("GET nowhere HTTP/1.1"))
                .startsWith("HTTP/1.1 404 ")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Cache-Control: no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/test", "/nothing", "/api/v1/nothing", "/openapi", "/assets/nothing.js?v=0123456789abcdef"})
    void nothingIsKept(String path) {
        given().get(path).then().header("Cache-Control", "no-store");
    }

    /** Beside what a caller sent, the length of what is compressed would tell something of what else is in it. */
    @Test
    void whatIsTheSameForEverybodyTravelsSmallAndNothingElse() {
        for (String asset :
                new String[] {assets.url("app.css"), assets.url("code.js"), assets.url("icons.svg"), assets.htmx()}) {
            assertThat(asked(asset)).as(asset).contains("content-encoding: gzip");
        }
        for (String other : new String[] {"/sign-in", "/nothing", "/api/v1/nothing", "/openapi", "/live/session"}) {
            assertThat(asked(other)).as(other).doesNotContain("gzip");
        }
    }

    private static String asked(String path) {
        return RawHttp.toServer()
                .send("GET " + path + " HTTP/1.1\nAccept-Encoding: gzip, br")
                .toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void anAssetIsKeptForGoodUnderItsTrueVersionOnly() {
        String url = assets.url("sample.js");
        given().get(url).then().statusCode(200).header("Cache-Control", "public, max-age=31536000, immutable");
        given().get("/assets/sample.js").then().statusCode(200).header("Cache-Control", "no-cache");
        given().get("/assets/sample.js?v=0123456789abcdef").then().header("Cache-Control", "no-cache");
    }

    @Test
    void htmxIsServedUnderItsVersion() {
        given().get(assets.htmx())
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void requestIdsAreOursAndDiffer() {
        String one = given().header("X-Request-Id", "f".repeat(32)).get("/test").getHeader("X-Request-Id");
        String two = given().header("X-Request-Id", "f".repeat(32)).get("/test").getHeader("X-Request-Id");
        assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo("f".repeat(32)).isNotEqualTo(two);
    }

    @Test
    void programsHaveNoCookieAndPagesNoHeader() {
        String cookie = Cookies.SESSION + "=x";
        given().header("Cookie", cookie)
                .header("Authorization", "Bearer x")
                .get("/api/v1/test/seen")
                .then()
                .body(equalTo("cookie false, header true"));
        given().header("Cookie", cookie)
                .header("Authorization", "Bearer x")
                .get("/test/seen")
                .then()
                .body(equalTo("cookie true, header false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/v1/test/seen",
                "/test/../api/v1/test/seen",
                "/./api//v1/test/seen",
                "http://x/api/v1/test/seen"
            })
    void noSpellingOfAPathMovesItToAnotherArea(String target) {
        String answer = RawHttp.toServer().send("GET " + target + " HTTP/1.1\nCookie: " + Cookies.SESSION + "=x");
        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("cookie false, header false");
    }
}
