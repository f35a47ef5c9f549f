// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Speaks to the server and keeps every answer whole. It is not the client of the other tests, which would write what it
 * sends into the log that is searched.
 */
final class Wire {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());

    /** What is sent; {@code called} is what it is called where it is spoken of. */
    record Sent(String called, String method, String path, Map<String, String> headers, byte[] body) {
        Sent with(String header, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(header, value);
            return new Sent(called, method, path, more, body);
        }

        /** The answer may hold these, and must. */
        Sent called(String name) {
            return new Sent(name, method, path, headers, body);
        }
    }

    /** What came back. */
    record Answer(Sent sent, int status, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of(""))
                    .getFirst();
        }

        String text() {
            return new String(body, UTF_8);
        }

        JsonPath json() {
            return JsonPath.from(text());
        }

        Set<String> holds(Canaries canaries) {
            Set<String> found = canaries.in(body);
            found.addAll(canaries.in(headers.toString()));
            return found;
        }

        Answer is(int wanted) {
            if (status != wanted) {
                throw new AssertionError(sent.called() + " → " + status + " " + text());
            }
            return this;
        }
    }

    static Sent sent(String method, String path, String type, byte[] body) {
        Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", type);
        return new Sent(method + " " + path, method, path, headers, body);
    }

    static Sent sent(String method, String path, String json) {
        return sent(method, path, "application/json", json.getBytes(UTF_8));
    }

    static Sent sent(String method, String path) {
        return sent(method, path, "", new byte[0]);
    }

    /** To the port that everybody may ask. */
    Answer send(Sent sent) {
        return send(RestAssured.port, sent);
    }

    /** A server that hangs up in the middle of too much has answered as well: then there is nothing in it. */
    Answer send(int to, Sent sent) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + to + sent.path()))
                    .timeout(Duration.ofSeconds(60))
                    .method(sent.method(), HttpRequest.BodyPublishers.ofByteArray(sent.body()));
            sent.headers().forEach(request::header);
            HttpResponse<byte[]> came = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Answer answer = new Answer(sent, came.statusCode(), came.headers().map(), came.body());
            answers.add(answer);
            return answer;
        } catch (IOException e) {
            return new Answer(sent, 0, Map.of(), new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<Answer> answers() {
        return answers;
    }
}
