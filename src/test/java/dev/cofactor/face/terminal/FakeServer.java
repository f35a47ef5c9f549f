// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that answers what it is told to, once each and in order, and remembers what it was asked. */
final class FakeServer implements AutoCloseable {
    /** @param status 0 to hang up without an answer */
    record Reply(int status, Map<String, String> headers, String body) {
        static Reply text(String body) {
            return new Reply(200, Map.of("Content-Type", "text/plain;charset=UTF-8"), body);
        }

        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body);
        }

        static Reply problem(int status, String code) {
            return problem(status, code, Map.of(), "");
        }

        static Reply problem(int status, String code, Map<String, String> headers, String members) {
            Map<String, String> all = new TreeMap<>(headers);
            all.put("Content-Type", "application/problem+json");
            String body = "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":%d,\"code\":\"%s\",\"detail\":\"so it"
                    + " is\"%s}";
            return new Reply(status, all, body.formatted(status, code, members));
        }
    }

    /** @param target with what stands behind the path */
    record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(", ", header.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private volatile Function<Asked, Reply> rule = this::next;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    volatile Runnable meanwhile = () -> {};

    FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeServer will(Reply... next) {
        synchronized (replies) {
            Collections.addAll(replies, next);
        }
        return this;
    }

    /** Whatever is asked for, in any order. */
    void answers(Function<Asked, Reply> whatever) {
        rule = whatever;
    }

    private Reply next(Asked what) {
        synchronized (replies) {
            return replies.isEmpty() ? Reply.problem(500, "nothing-more") : replies.removeFirst();
        }
    }

    void willNothing() {
        synchronized (replies) {
            replies.clear();
        }
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Asked now = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body);
        asked.add(now);
        meanwhile.run();
        Reply reply = rule.apply(now);
        try (exchange) {
            if (reply.status() != 0) {
                reply.headers().forEach(exchange.getResponseHeaders()::set);
                byte[] bytes = reply.body().getBytes(UTF_8);
                exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
