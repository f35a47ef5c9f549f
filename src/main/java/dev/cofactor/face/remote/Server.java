// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.ground.outbound.BoundedBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server and who one is there: https or this machine, no redirects, every answer bounded. */
record Server(HttpClient client, String home, String token) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_ANSWER = 32 * 1024 * 1024;
    private static final int LONGEST_DETAIL = 300;
    private static final Pattern HOME = Pattern.compile(
            "https://[A-Za-z0-9.:\\[\\]-]+|http://(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::[0-9]{1,5})?");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,8192}");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Server of(Map<String, String> environment) throws Ended {
        String home = environment.getOrDefault("COFACTOR_URL", "").replaceFirst("/$", "");
        if (!HOME.matcher(home).matches()) {
            throw new Ended(
                    Ended.USAGE, "COFACTOR_URL must begin with https:// and name a server, or be on this machine");
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // the server wants to know how long a body is
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        return new Server(client, home, token(environment));
    }

    private static String token(Map<String, String> environment) throws Ended {
        String file = environment.getOrDefault("COFACTOR_TOKEN_FILE", "");
        String token = file.isEmpty() ? environment.getOrDefault("COFACTOR_TOKEN", "") : firstLine(file);
        if (!TOKEN.matcher(token).matches()) {
            throw new Ended(Ended.UNAUTHENTICATED, "COFACTOR_TOKEN_FILE or COFACTOR_TOKEN must hold a token");
        }
        return token;
    }

    private static String firstLine(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file), UTF_8)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(home + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** An answer whole, whatever its status. */
    HttpResponse<byte[]> asked(HttpRequest request) throws Ended {
        HttpResponse<byte[]> answer = sent(request, head -> new BoundedBody(LONGEST_ANSWER));
        if (answer.body().length > LONGEST_ANSWER) {
            throw new Ended(Ended.UNEXPECTED, "the answer is longer than any");
        }
        return answer;
    }

    /** @throws Ended unless it did what it was asked for */
    HttpResponse<byte[]> done(HttpRequest request) throws Ended {
        HttpResponse<byte[]> answer = asked(request);
        if (answer.statusCode() >= 300) {
            throw refused(answer.statusCode(), answer.body());
        }
        return answer;
    }

    /** An answer as it comes. */
    InputStream streamed(HttpRequest request) throws Ended, IOException {
        HttpResponse<InputStream> answer = sent(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            try (InputStream body = answer.body()) {
                throw refused(answer.statusCode(), body.readNBytes(LONGEST_DETAIL * 100));
            }
        }
        return answer.body();
    }

    private <T> HttpResponse<T> sent(HttpRequest request, BodyHandler<T> into) throws Ended {
        try {
            return client.send(request, into);
        } catch (IOException e) {
            throw new Ended(Ended.UNREACHABLE, "the server is not reached, or does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Ended(Ended.UNREACHABLE, "interrupted");
        }
    }

    private static Ended refused(int status, byte[] body) {
        JsonNode problem = document(body).orElseGet(JSON::nullNode);
        String detail = tamed(problem.path("detail").asText("the answer is " + status));
        String code = problem.path("code").asText("");
        return new Ended(Ended.exitOf(status), code.matches("[a-z-]{1,60}") ? detail + " (" + code + ")" : detail);
    }

    static Optional<JsonNode> document(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @throws Ended where it is none */
    static JsonNode objectIn(HttpResponse<byte[]> answer) throws Ended {
        return document(answer.body())
                .orElseThrow(() -> new Ended(Ended.UNEXPECTED, "the answer is not one of Cofactor"));
    }

    /** In one line, without what a screen obeys. */
    static String tamed(String text) {
        String line = text.replaceAll("\\p{C}+", " ").strip();
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "…" : line;
    }

    @Override
    public String toString() {
        return "Server[redacted]";
    }
}
