// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.fixtures.Waiting;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program that collects the log's lines, as it is told to: it reads what comes until it is closed, or nothing comes any more. */
final class Collector implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile int breaths;
    private volatile boolean ended;

    Collector(String credential, String query) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/audit/stream" + query))
                .header("Authorization", "Bearer " + credential)
                .build();
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    breaths++;
                } else {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // closed here, or cut off there: either way it is over
        }
        ended = true;
    }

    HttpResponse<InputStream> answer() {
        return answer;
    }

    int breaths() {
        return breaths;
    }

    List<JsonNode> events() {
        return lines.stream().map(Collector::json).toList();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    long last() {
        return lines.isEmpty() ? -1 : json(lines.getLast()).get("index").asLong();
    }

    Collector until(long index) {
        Waiting.until(PATIENCE, () -> last() >= index, () -> "index " + index + " did not come, but " + last());
        return this;
    }

    void untilOver() {
        Waiting.until(PATIENCE, () -> ended, () -> "it goes on");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
