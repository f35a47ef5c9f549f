// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static dev.cofactor.engine.documents.CanonicalJson.object;
import static dev.cofactor.engine.documents.CanonicalJson.set;
import static dev.cofactor.engine.documents.CanonicalJson.text;

import dev.cofactor.engine.foresight.Expectation.As;
import dev.cofactor.engine.foresight.Expectation.Expected;
import dev.cofactor.engine.foresight.Expectation.Here;
import dev.cofactor.engine.foresight.Expectation.Invariant;
import dev.cofactor.engine.foresight.Expectation.Test;
import dev.cofactor.engine.policy.Verb;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How expectations are written: see src/docs/design/foresight.md. What is written once is never written otherwise. */
final class ExpectationJson {
    /** To the minute: what changes at a second is no hours. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT)
            .withResolverStyle(java.time.format.ResolverStyle.STRICT);

    private ExpectationJson() {}

    static String spelled(Expectation expectation) {
        return switch (expectation) {
            case Test test ->
                object(Map.of(
                        "kind", text("test"),
                        "name", text(test.name()),
                        "as", spelled(test.as()),
                        "when", spelled(test.here()),
                        "do", text(test.verb().code()),
                        "on", idOf(Expectation.word(test.on().kind()), test.on().id()),
                        "expect", spelled(test.expected())));
            case Invariant never ->
                object(Map.of(
                        "kind", text("invariant"),
                        "name", text(never.name()),
                        "never", set(never.verbs().stream().map(Verb::code).map(code -> text(code))),
                        "to", set(never.to().stream().map(one -> idOf(Expectation.word(one.kind()), one.id()))),
                        "on", set(never.on().stream().map(one -> idOf(Expectation.word(one.kind()), one.id()))),
                        "without", words(never.without())));
        };
    }

    private static String spelled(As as) {
        Map<String, String> members = new HashMap<>(Map.of("kind", text(Expectation.word(as.kind()))));
        put(members, "id", as.id());
        if (!as.groups().isEmpty()) {
            members.put("groups", set(as.groups().stream().map(id -> text(id.toString()))));
        }
        return object(members);
    }

    private static String spelled(Here here) {
        Map<String, String> members = new HashMap<>(Map.of(
                "time", text(TIME.format(here.time())),
                "zone", text(here.zone().getId())));
        if (here.address() != null) {
            members.put("from", text(here.address().getHostAddress()));
        }
        here.proved()
                .ifPresent(proof -> members.put(
                        "proved",
                        object(Map.of(
                                "ago", text(proof.ago().toString()),
                                "by", text(Expectation.word(proof.by()))))));
        here.reason().ifPresent(reason -> members.put("reason", text(reason)));
        here.ticket().ifPresent(ticket -> members.put("ticket", text(ticket)));
        return object(members);
    }

    private static String spelled(Expected expected) {
        Map<String, String> members = new HashMap<>(Map.of("answer", text(Expectation.word(expected.answer()))));
        if (!expected.needs().isEmpty()) {
            members.put("needs", words(expected.needs()));
        }
        put(members, "by", expected.by());
        expected.because().ifPresent(kind -> members.put("because", text(Expectation.word(kind))));
        return object(members);
    }

    private static String words(Set<? extends Enum<?>> words) {
        return set(words.stream().map(word -> text(Expectation.word(word))));
    }

    private static String idOf(String kind, @Nullable UUID id) {
        Map<String, String> members = new HashMap<>(Map.of("kind", text(kind)));
        put(members, "id", id);
        return object(members);
    }

    private static void put(Map<String, String> members, String name, @Nullable UUID id) {
        if (id != null) {
            members.put(name, text(id.toString()));
        }
    }
}
