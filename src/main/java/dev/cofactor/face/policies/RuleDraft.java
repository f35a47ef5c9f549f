// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Verb;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A policy as it stands in the form: who and what are written {@code kind:id}, the kind alone, or as JSON what has no id.
 *
 * @param state and effect as the document spells them
 * @param typed the document, if it was typed; empty where the form says it
 */
record RuleDraft(
        String name,
        String state,
        String effect,
        Set<String> actions,
        Set<String> to,
        Set<String> on,
        ClauseFields clauses,
        String typed) {

    /** Most policies are about codes. */
    static RuleDraft blank() {
        return new RuleDraft(
                "",
                State.ACTIVE.code(),
                Effect.ALLOW.code(),
                Set.of(Verb.CODE_FETCH.code()),
                Set.of(),
                Set.of(),
                ClauseFields.NONE,
                "");
    }

    static RuleDraft of(Policy policy) {
        JsonNode json = Documents.read(policy.canonical())
                .orElseThrow(() -> new IllegalStateException("what the engine writes is JSON"));
        Set<String> actions = new LinkedHashSet<>();
        json.get("actions").forEach(action -> actions.add(action.textValue()));
        return new RuleDraft(
                policy.name(),
                policy.state().code(),
                policy.effect().code(),
                actions,
                named(json.get("to")),
                named(json.get("on")),
                ClauseFields.of(json),
                "");
    }

    /** What came back: the document, if it is its form that was sent, else what was chosen. */
    static RuleDraft sent(Map<String, List<String>> form) {
        if (form.containsKey("json")) {
            return blank().typed(first(form, "json"));
        }
        return new RuleDraft(
                first(form, "name").strip(),
                first(form, "state"),
                first(form, "effect"),
                all(form, "actions"),
                all(form, "to"),
                all(form, "on"),
                ClauseFields.sent(form),
                "");
    }

    boolean isByHand() {
        return !typed.isEmpty();
    }

    /** Shown again: beside a document that was typed stands what is in force. */
    RuleDraft over(RuleDraft now) {
        return isByHand() ? now.typed(typed) : this;
    }

    private RuleDraft typed(String json) {
        return new RuleDraft(name, state, effect, actions, to, on, clauses, json);
    }

    private static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst();
    }

    private static Set<String> all(Map<String, List<String>> form, String field) {
        return new LinkedHashSet<>(form.getOrDefault(field, List.of()));
    }

    /**
     * Read as strictly as what a program sends, and refused with the same place and reason.
     *
     * @throws PolicyRefused where it is none
     */
    Policy policy(UUID id) {
        String json = isByHand() ? typed : document().toString();
        return RuleDesk.written(json.getBytes(UTF_8), id);
    }

    /** The document, as it was typed or as the form says it; what cannot be said in one is typed again. */
    String json() {
        try {
            return isByHand() ? typed : document().toPrettyString();
        } catch (PolicyRefused e) {
            return clauses.rest();
        }
    }

    private ObjectNode document() {
        ObjectNode json = Documents.object().put("name", name).put("effect", effect);
        if (!state.isEmpty() && !state.equals(State.ACTIVE.code())) {
            json.put("state", state);
        }
        ArrayNode verbs = json.putArray("actions");
        actions.forEach(verbs::add);
        write(json.putArray("to"), to);
        write(json.putArray("on"), on);
        clauses.writeTo(json);
        return json;
    }

    private static void write(ArrayNode list, Collection<String> named) {
        for (String one : named) {
            if (one.startsWith("{")) {
                list.add(Documents.read(one).orElseGet(Documents::object));
                continue;
            }
            String[] parts = one.split(":", 2);
            ObjectNode entry = list.addObject().put("kind", parts[0]);
            if (parts.length == 2) {
                entry.put("id", parts[1]);
            }
        }
    }

    private static Set<String> named(JsonNode list) {
        Set<String> named = new LinkedHashSet<>();
        list.forEach(one -> named.add(key(one)));
        return named;
    }

    private static String key(JsonNode one) {
        return switch (one.size()) {
            case 1 -> one.get("kind").textValue();
            case 2 -> one.get("kind").textValue() + ":" + one.get("id").textValue();
            default -> one.toString();
        };
    }
}
