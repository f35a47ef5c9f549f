// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

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

    private static String chunked(String path, String type, String chunks) {
        return RawHttp.toServer()
                .send("POST " + path + " HTTP/1.1\nContent-Type: " + type + "\nTransfer-Encoding: chunked", chunks);
    }
}
