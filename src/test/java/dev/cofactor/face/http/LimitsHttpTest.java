// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LimitsHttpTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedUnread() {
        String answer = RawHttp.toServer()
                .send("POST /api/v1/test HTTP/1.1\nContent-Type: application/json\nContent-Length: " + (MEGABYTE + 1));
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("problem+json").contains("too-large");
    }

    @Test
    void aBodyThatDoesNotSayIsRefusedWhenItGetsTooLarge() {
        String chunk = "10000\r\n" + "x".repeat(65_536) + "\r\n";
        String answer = chunked("/api/v1/test", "application/json", chunk.repeat(17) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("problem+json").contains("too-large");
        String form = chunked("/api/v1/test/form", "application/x-www-form-urlencoded", chunk.repeat(17) + "0\r\n\r\n");
        assertThat(form).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aBodyThatDoesNotSayIsReadAllTheSame() {
        String form = chunked("/api/v1/test/form", "application/x-www-form-urlencoded", "8\r\nreason=a\r\n0\r\n\r\n");
        assertThat(form).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\na");
        String json = chunked("/api/v1/test/chosen", "application/json", "10\r\n{\"name\":\"right\"}\r\n0\r\n\r\n");
        assertThat(json).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nright");
    }

    @Test
    void aFormFieldMayNotBeTooLarge() {
        given().formParam("reason", "x".repeat(300_000))
                .post("/api/v1/test/form")
                .then()
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "true,  application/json, 200",
                "false, application/json, 411",
                "false, -,                415",
            })
    void overHttp2ABodyHasToSayHowLongItIs(boolean declared, @Nullable String type, int status) throws Exception {
        HttpRequest.BodyPublisher body = BodyPublishers.ofString("{\"name\":\"right\"}");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api/v1/test/chosen"))
                .POST(declared ? body : BodyPublishers.fromPublisher(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        try (HttpClient client = HttpClient.newBuilder().version(Version.HTTP_2).build()) {
            // The first request makes it HTTP/2.
            client.send(HttpRequest.newBuilder(uri("/api/v1/test/seen")).build(), BodyHandlers.discarding());
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(status);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static String chunked(String path, String type, String chunks) {
        return RawHttp.toServer()
                .send("POST " + path + " HTTP/1.1\nContent-Type: " + type + "\nTransfer-Encoding: chunked", chunks);
    }
}
