// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.CapturedLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers send comes back nowhere: not in the answer, not in the log, not in the metrics. */
@QuarkusTest
class NothingIsRepeatedHttpTest {
    private static final String CANARY = "hunter2";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static Arguments given(String where, int status, Supplier<String> answer) {
        return Arguments.of(where, status, answer);
    }

    private static Arguments json(String where, int status, String body) {
        return given(where, status, () -> RawHttp.toServer().post("/api/v1/test", "application/json", body));
    }

    private static Arguments form(String where, int status, String type, String body) {
        return given(where, status, () -> RawHttp.toServer().post("/api/v1/test/form", type, body));
    }

    private static Arguments get(String where, int status, String target, String... headers) {
        return raw(where, status, "GET " + target + " HTTP/1.1\n" + String.join("\n", headers));
    }

    private static Arguments raw(String where, int status, String head) {
        return given(where, status, () -> RawHttp.toServer().send(head));
    }

    static List<Arguments> inJson() {
        String deep = "[".repeat(40) + "\"hunter2\"" + "]".repeat(40);
        return List.of(
                json("malformed", 400, "{\"name\": hunter2}"),
                json("wrong type", 400, "{\"digits\":\"hunter2\"}"),
                json("wrong type under a chosen key", 400, "{\"byName\":{\"hunter2\":{\"length\":\"hunter2\"}}}"),
                json("unknown field", 400, "{\"hunter2\":1}"),
                json("unknown field within", 400, "{\"parts\":[{\"hunter2\":1}]}"),
                json("duplicate key", 400, "{\"digits\":1,\"byName\":{\"hunter2\":null,\"hunter2\":null}}"),
                json("too deep", 400, "{\"digits\":1,\"hunter2\":" + deep + "}"),
                json("too long a name", 400, "{\"" + CANARY.repeat(100) + "\":1}"),
                json("too long a value", 400, "{\"name\":\"" + CANARY.repeat(100_000) + "\"}"),
                json("too long a number", 400, "{\"digits\":" + "1".repeat(50) + "}"),
                json("after the end", 400, "{\"digits\":1,\"name\":\"a\"} hunter2"),
                json("not acceptable", 400, "{\"digits\":1,\"name\":\" \",\"spliced\":\"hunter2!\"}"),
                json(
                        "not acceptable under a chosen key",
                        400,
                        "{\"digits\":1,\"name\":\"a\",\"byName\":{\"hunter2\":{\"label\":\"hunter2\",\"length\":1}}}"));
    }

    static List<Arguments> inForms() {
        return List.of(
                form("not acceptable", 400, FORM, "reason=hunter2"),
                form("badly escaped", 400, FORM, "reason=%zzhunter2"),
                form("field name", 400, FORM, "%zzhunter2=1"),
                form("charset", 400, FORM + "; charset=hunter2", "reason=a%20b"),
                form("boundary", 415, "multipart/form-data; boundary=hunter2", "--hunter2\r\nhunter2"),
                form("content type", 415, "text/hunter2", "hunter2"),
                form("no content type", 415, "hunter2", "hunter2"));
    }

    static List<Arguments> aroundTheBody() {
        return List.of(
                get("path", 404, "/api/v1/hunter2-xyz"),
                get("path of a page", 404, "/hunter2-xyz"),
                get("path of an asset", 404, "/assets/hunter2?v=hunter2"),
                get("path through a back door", 404, "/api;hunter2/v1/test/seen"),
                get("path parameter", 404, "/api/v1/test/number/hunter2"),
                get("query parameter", 404, "/api/v1/test/number/1?page=hunter2"),
                get("badly escaped query", 400, "/api/v1/test/number/1?page=%zzhunter2"),
                get("badly escaped path", 400, "/api/%zzhunter2"),
                get("no path at all", 404, "hunter2"),
                get("accept", 406, "/api/v1/test/number/1", "Accept: hunter2"),
                get("bearer", 401, "/api/v1/secrets", "Authorization: Bearer hunter2"),
                get("basic", 401, "/api/v1/secrets", "Authorization: Basic hunter2"),
                get("cookie", 400, "/test", "Cookie: __Host-cofactor=hunter2\u0001"),
                get("header name", 400, "/test", "hunter2 hunter2: 1"),
                get("header that is used", 500, "/api/v1/test/boom", "X-Boom: hunter2"),
                get("message of a web exception", 409, "/api/v1/test/web", "X-Boom: hunter2"),
                get("too long a header", 431, "/test", "X-Long: " + CANARY.repeat(4000)),
                get("trace", 200, "/api/v1/test/seen", "traceparent: 00-" + "hunter2-", "X-Request-Id: hunter2"),
                raw("too long a line", 414, "GET /" + CANARY.repeat(1000) + " HTTP/1.1"),
                raw("method", 501, "HUNTER2 /api/v1/test HTTP/1.1"),
                raw("method with a bad path", 400, "HUNTER2 /%zz HTTP/1.1"),
                raw("method with a bad header", 400, "HUNTER2 / HTTP/1.1\nbad header: 1"),
                raw("content length", 400, "POST /api/v1/test HTTP/1.1\nContent-Length: hunter2"),
                raw("origin", 403, "POST /test HTTP/1.1\nOrigin: https://hunter2\nContent-Length: 0"),
                raw("protocol", 400, "GET / HTTPS/hunter2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"inJson", "inForms", "aroundTheBody"})
    void neitherInTheAnswerNorInTheLog(String where, int status, Supplier<String> send) {
        try (CapturedLog log = new CapturedLog()) {
            String answer = send.get();
            assertThat(answer).matches("(?s)HTTP/1.[01] " + status + " .*");
            assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
            assertThat(log.text().toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
        }
    }

    @Test
    void norInTheMetrics() {
        RawHttp.toServer().send("GET /api/v1/hunter2-xyz HTTP/1.1");
        RawHttp.toServer().send("GET hunter2 HTTP/1.1");
        RawHttp.toServer().send("GET /hunter2/../assets/sample.js HTTP/1.1");
        RawHttp.toServer().send("GET /hunter2/../api/v1/test/seen HTTP/1.1");
        RawHttp.toServer().send("HUNTER2 /api/v1/test HTTP/1.1");
        RawHttp.toServer().send("HUNTER2 /%zz HTTP/1.1");
        RawHttp.toServer().send("HUNTER2 / HTTP/1.1\nbad header: 1");
        RawHttp.toServer()
                .send(
                        "OPTIONS /hunter2 HTTP/1.1\nOrigin: x\nAccess-Control-Request-Method: hunter2\nAccess-Control-Request-Headers: x");
        RawHttp.toServer().sendAndHangUp("POST /api/v1/hunter2 HTTP/1.1\nContent-Length: 100");
        RawHttp.toServer().sendAndHangUp("POST /api/v1/hunter2 HTTP/1.1\nTransfer-Encoding: chunked");
        String metrics = RestAssured.get(Management.metrics()).asString();
        assertThat(metrics).contains("http_server_requests_seconds_count").contains("uri=\"/api/v1/test/seen\"");
        assertThat(metrics.toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
    }

    @Test
    void aFailureInsideIsLoggedWithItsFramesAndItsRequest() {
        try (CapturedLog log = new CapturedLog()) {
            String answer = RawHttp.toServer().send("GET /api/v1/test/boom HTTP/1.1\nX-Boom: hunter2");
            String id = answer.replaceAll("(?s).*X-Request-Id: ([0-9a-f]{32})\r.*", "$1");
            assertThat(log.text())
                    .contains("java.lang.IllegalStateException")
                    .contains("caused by java.lang.IllegalArgumentException")
                    .contains("SampleApi.boom")
                    .contains(id);
        }
    }
}
