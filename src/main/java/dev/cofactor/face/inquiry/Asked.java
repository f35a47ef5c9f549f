// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A question about somebody as it stands in the form. What is typed goes on as it is, so that the desk refuses it.
 *
 * @param who {@code kind:id}
 * @param acting of an agent: the person it acts for
 * @param place whether {@code on} is a {@code secret} or a {@code folder}
 * @param at as clocks in {@code zone} show it; empty for now
 * @param proof how he would have proved who he is; empty where he had not
 * @param ago minutes since
 */
record Asked(
        String who,
        String acting,
        String verb,
        String place,
        String on,
        String at,
        String zone,
        String address,
        String proof,
        String ago,
        String reason,
        String ticket) {
    private static final int AN_ID = 36;

    static Asked of(Map<String, List<String>> form) {
        Function<String, String> one =
                name -> form.getOrDefault(name, List.of("")).getFirst().strip();
        return new Asked(
                one.apply("who"),
                one.apply("acting"),
                or(one.apply("verb"), Verb.CODE_FETCH.code()),
                or(one.apply("place"), "secret"),
                one.apply("on"),
                one.apply("at"),
                or(one.apply("zone"), "UTC"),
                one.apply("address"),
                one.apply("proof"),
                or(one.apply("ago"), "1"),
                one.apply("reason"),
                one.apply("ticket"));
    }

    private static String or(String typed, String otherwise) {
        return typed.isEmpty() ? otherwise : typed;
    }

    /** As programs ask it. @throws Problem where a time or a number is none */
    byte[] document() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        actor(json.putObject("actor"));
        json.put("verb", verb);
        boolean installation = Verb.find(verb)
                .filter(one -> one.about() == Verb.About.INSTALLATION)
                .isPresent();
        if (!on.isEmpty()) {
            json.put(installation ? "folder" : place, on);
        }
        put(json, "at", at.isEmpty() ? "" : instant());
        put(json, "address", address);
        if (!proof.isEmpty()) {
            json.putObject("stepUp").put("ago", minutes()).put("method", proof);
        }
        put(json, "reason", reason);
        put(json, "ticket", ticket);
        return json.toString().getBytes(UTF_8);
    }

    private void actor(ObjectNode json) {
        String[] parts = who.split(":", 2);
        if (parts.length < 2 || parts[1].length() != AN_ID) {
            throw invalid("choose somebody");
        }
        json.put("kind", parts[0]).put("id", parts[1]);
        if (parts[0].equals("agent")) {
            if (acting.length() != AN_ID) {
                throw invalid("choose for whom the agent acts");
            }
            json.put("for", acting);
        }
    }

    private static void put(ObjectNode json, String member, String typed) {
        if (!typed.isEmpty()) {
            json.put(member, typed);
        }
    }

    private String instant() {
        try {
            return LocalDateTime.parse(at).atZone(ZoneId.of(zone)).toInstant().toString();
        } catch (DateTimeException e) {
            throw invalid("a time is written like 2026-12-31T08:00, and its clocks like Europe/Berlin");
        }
    }

    private String minutes() {
        if (!ago.matches("[0-9]{1,6}")) {
            throw invalid("minutes are written with digits alone");
        }
        return Duration.ofMinutes(Long.parseLong(ago)).toString();
    }

    private static Problem invalid(String reason) {
        return new Problem(Problem.Kind.INVALID, "question-invalid", reason);
    }
}
