// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.fixtures.Newcomers;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the pages: cookies are kept, forms bring their tokens. */
final class Visit {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Wire wire;
    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    Visit(Wire wire) {
        this.wire = wire;
    }

    /** With the password that everybody here begins with. */
    void signIn(String accountName) {
        open("/sign-in").is(200);
        send("/sign-in", Map.of("name", accountName, "password", Newcomers.PASSWORD))
                .is(303);
    }

    Wire.Answer open(String path) {
        return open(path, "GET " + path);
    }

    Wire.Answer open(String path, String called) {
        return remembered(wire.send(dressed(Wire.sent("GET", path).called(called))));
    }

    Wire.Answer send(String path, Map<String, String> fields) {
        return send(path, fields, "POST " + path);
    }

    Wire.Answer send(String path, Map<String, String> fields, String called) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", token);
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        Wire.Sent sent = Wire.sent("POST", path, "application/x-www-form-urlencoded", form.getBytes(UTF_8));
        return remembered(wire.send(dressed(sent.called(called))));
    }

    /** What a script of a page asks for, to put it in there. */
    Wire.Answer part(String path) {
        return remembered(wire.send(dressed(Wire.sent("GET", path)).with("HX-Request", "true")));
    }

    /** What a script of a page sends, to put in there what comes back. */
    Wire.Answer shown(Wire.Sent sent) {
        return wire.send(dressed(sent).with("X-CSRF-Token", token));
    }

    /** What a script of a page sends. */
    Wire.Answer script(Wire.Sent sent) {
        return wire.send(dressed(sent).with("Accept", "application/json").with("X-CSRF-Token", token));
    }

    /** As this visitor, whatever it is. */
    Wire.Sent dressed(Wire.Sent sent) {
        Wire.Sent with = sent.with("Origin", "https://cofactor.test").with("Accept", "text/html,*/*;q=0.8");
        return cookies.isEmpty()
                ? with
                : with.with(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    String token() {
        return token;
    }

    private Wire.Answer remembered(Wire.Answer answer) {
        for (String set : answer.headers().getOrDefault("set-cookie", List.of())) {
            String[] cookie = set.split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        }
        cookies.values().removeIf(String::isEmpty);
        Matcher form = TOKEN.matcher(answer.text());
        if (form.find()) {
            token = form.group(1);
        }
        return answer;
    }
}
