// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Waiting;
import io.restassured.RestAssured;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A window that is open: what its stream said, each message as its name and its data. */
final class Heard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean ended;

    private Heard(String cookie) throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/live"))
                .header("Accept", "text/event-stream")
                .header("Cookie", Cookies.SESSION + "=" + cookie)
                .build();
        HttpResponse<Stream<String>> answer = client.send(asked, HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        reader = Thread.ofVirtual().start(() -> read(answer.body()));
    }

    static Heard by(Browser browser) throws Exception {
        return new Heard(browser.cookie(Cookies.SESSION));
    }

    private void read(Stream<String> lines) {
        StringBuilder name = new StringBuilder();
        try {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    name.replace(0, name.length(), line.substring(6).strip());
                } else if (line.startsWith("data:")) {
                    messages.add(name + " " + line.substring(5).strip());
                }
            });
        } catch (UncheckedIOException e) {
            messages.add("broken off");
        }
        ended = true;
    }

    List<String> all() {
        return List.copyOf(messages);
    }

    /** Waits for it; what came before does not count twice. */
    void hears(String message) {
        Waiting.until(PATIENCE, () -> messages.contains(message), () -> message + " is missing: " + messages);
    }

    void ends() {
        Waiting.until(PATIENCE, () -> ended, () -> "it goes on: " + messages);
    }

    @Override
    public void close() throws InterruptedException {
        client.shutdownNow();
        reader.join();
    }
}
