// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cofactor.fixtures.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Whoever is there where a channel leads: keeps what it is sent, and answers as a test says. */
public final class Receiver implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile int answer;
    private volatile long slow;

    /** What was sent here. */
    public record Got(String path, com.sun.net.httpserver.Headers headers, byte[] body) {
        public String id() {
            return headers.getFirst("webhook-id");
        }

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(body, UTF_8) + headers.entrySet();
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/T024/Zx8_9q";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void answers(int code) {
        status = code;
    }

    void answersWith(int bytes) {
        answer = bytes;
    }

    public void takes(Duration time) {
        slow = time.toMillis();
    }

    public List<Got> got() {
        return List.copyOf(got);
    }

    public List<Got> until(int many) {
        Waiting.until(PATIENCE, () -> got.size() >= many, () -> "only " + got.size() + " of " + many + " came");
        return got();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        got.add(new Got(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
        Waiting.pause(slow);
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        byte[] said = new byte[answer];
        exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
        if (said.length > 0) {
            exchange.getResponseBody().write(said);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
