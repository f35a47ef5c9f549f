// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.cofactor.fixtures.Nightly;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What no route takes, made from what each says of itself: so a new one is attacked as well. */
final class Misuse {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int TOO_MUCH = 3 << 20;
    private static final int FAR_TOO_MUCH = 17 << 20;

    private final String plain;
    private final String json;
    private final String word;

    /**
     * @param inBodies what must not be found, with a character that no name may have
     * @param around what must not be found either, for addresses and headers
     */
    Misuse(String inBodies, String around) {
        this.plain = inBodies;
        this.json = "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(inBodies)) + "\"";
        this.word = around;
    }

    /** Everything wrong with a body. */
    List<Wire.Sent> inBodies(Route route, UnaryOperator<String> ids) {
        String at = route.at(ids);
        List<Wire.Sent> all = new ArrayList<>();
        if (route.isPage()) {
            all.add(form(route, at, "password", "new", "again", "current", "token", "csrf", "x"));
            all.add(form(route, at, "%zz", ""));
            return all;
        }
        documents(route).forEach(body -> all.add(Wire.sent(route.method(), at, body)));
        for (String type : List.of(
                "text/plain", "application/octet-stream", FORM, "multipart/form-data; boundary=abc", "image/png")) {
            all.add(Wire.sent(route.method(), at, type, plain.getBytes(UTF_8)));
        }
        all.add(Wire.sent(route.method(), at, "multipart/form-data; boundary=abc", parts().getBytes(UTF_8)));
        return all;
    }

    /** A body larger than any route takes. */
    Wire.Sent tooMuch(Route route, UnaryOperator<String> ids) {
        boolean pictures = route.path().startsWith("/api/v1/secrets");
        byte[] body = new byte[pictures ? FAR_TOO_MUCH : TOO_MUCH];
        Arrays.fill(body, (byte) ' ');
        byte[] begin = ("{" + json + ":" + json).getBytes(UTF_8);
        System.arraycopy(begin, 0, body, 0, begin.length);
        return Wire.sent(route.method(), route.at(ids), "application/json", body);
    }

    private Wire.Sent form(Route route, String at, String... names) {
        String body = Arrays.stream(names)
                .map(name -> name + "=" + java.net.URLEncoder.encode(plain, UTF_8))
                .collect(Collectors.joining("&"));
        return Wire.sent(route.method(), at, FORM, body.getBytes(UTF_8));
    }

    private String parts() {
        return "--abc\r\nContent-Disposition: form-data; name=\"x\"; filename=\"" + word + "\"\r\n\r\n" + plain
                + "\r\n--abc\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\n" + plain + "\r\n--abc--\r\n";
    }

    private List<String> documents(Route route) {
        List<String> all = new ArrayList<>(List.of(
                "{" + json + ": " + json,
                "{" + json + ": " + json + "}",
                json,
                "[" + json + "]",
                plain,
                "{\"name\": null, \"name\": " + json + "}",
                "[".repeat(60) + json + "]".repeat(60)));
        for (Class<?> document : route.documents()) {
            List<String> names = Arrays.stream(document.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            for (String value : values()) {
                names.forEach(name -> all.add("{\"" + name + "\": " + value + "}"));
                all.add(names.stream()
                        .map(name -> "\"" + name + "\": " + value)
                        .collect(Collectors.joining(", ", "{", "}")));
            }
        }
        return all;
    }

    /** A word and a thing where neither belongs; in the night lists, and things within each other. */
    private List<String> values() {
        List<String> all = List.of(
                json,
                "{" + json + ": " + json + "}",
                "[" + json + "]",
                "[{\"name\": " + json + ", \"type\": " + json + "}]",
                "{\"Password\": [" + json + "]}");
        return all.subList(0, Nightly.or(2, all.size()));
    }

    /** Everything wrong around it; with what a right request would have for a body, where there is one. */
    List<Wire.Sent> around(Route route, UnaryOperator<String> ids, UnaryOperator<String> unknown) {
        Wire.Sent usual =
                Wire.sent(route.method(), route.at(ids), route.method().equals("GET") ? "" : "{}");
        List<Wire.Sent> all = new ArrayList<>();
        all.add(bare(route, route.at(unknown)));
        all.add(bare(route, route.at(name -> word)));
        all.add(bare(route, route.at(ids) + "/" + word));
        for (String header : List.of("If-Match", "Accept", "X-" + word, "Authorization", "Cookie", "traceparent")) {
            all.add(usual.with(header, header.equals("Authorization") ? "Bearer " + word : word));
        }
        all.add(usual.with("Content-Type", "application/" + word));
        all.add(usual.with("Cookie", "__Host-cofactor=" + word));
        if (!route.isPage()) {
            all.add(bare(route, route.at(ids) + "?" + word + "=" + word));
            all.add(bare(route, route.at(ids) + "?q=" + word + "&limit=" + word + "&folder=" + word));
        }
        return all;
    }

    private static Wire.Sent bare(Route route, String at) {
        return Wire.sent(route.method(), at);
    }
}
