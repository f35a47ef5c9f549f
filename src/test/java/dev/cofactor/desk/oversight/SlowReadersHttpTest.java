// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.Waiting;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reads slowly makes the server wait, not fill up; who goes away frees it; too many are told to come back. */
@QuarkusTest
class SlowReadersHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FEW_BUFFERS = 16 * 1024 * 1024;

    @Test
    void whatNobodyReadsIsNotWritten() throws Exception {
        long before = EndlessResource.WRITTEN.get();
        try (Socket reader = open()) {
            Waiting.until(PATIENCE, SlowReadersHttpTest::stands, () -> "the writer does not stop");
            long written = EndlessResource.WRITTEN.get() - before;
            assertThat(written).isBetween(1L, FEW_BUFFERS);
            reader.getInputStream().readNBytes((int) FEW_BUFFERS);
            Waiting.until(
                    PATIENCE,
                    () -> EndlessResource.WRITTEN.get() - before > written + FEW_BUFFERS / 2,
                    () -> "the writer does not go on");
        }
        Waiting.until(PATIENCE, () -> EndlessResource.RUNNING.get() == 0, () -> "the writer outlives its reader");
    }

    @Test
    void onlyAFewReadAtOnceAndTheNextIsToldToComeBack() throws Exception {
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                readers.add(open());
            }
            Waiting.until(PATIENCE, () -> EndlessResource.RUNNING.get() == 8, () -> "not all of them run");
            given().get("/api/v1/test/endless")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .body("code", equalTo("overloaded"));
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
        Waiting.until(PATIENCE, () -> EndlessResource.RUNNING.get() == 0, () -> "a writer outlives its reader");
    }

    @Test
    void anAnswerThatFailsInTheMiddleBreaksOffAndDoesNotLookWhole() {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/test/endless/broken"))
                .build();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofByteArray()))
                    .isInstanceOf(IOException.class);
        }
    }

    /** Nothing more is written for a while. */
    private static boolean stands() {
        long now = EndlessResource.WRITTEN.get();
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return now > 0 && now == EndlessResource.WRITTEN.get();
    }

    /** Has the first bytes of the answer, and reads no more of it. */
    private Socket open() throws IOException {
        Socket socket = new Socket();
        // Before it is connected: afterwards the system has made the window as large as it likes.
        socket.setReceiveBufferSize(64 * 1024);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write("GET /api/v1/test/endless HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }
}
