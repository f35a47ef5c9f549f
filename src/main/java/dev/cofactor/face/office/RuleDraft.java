// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Verb;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A policy as it stands in the form: who and what are written {@code kind:id}, or the kind alone.
 *
 * @param json the document, as it was typed or as the form says it
 * @param byHand whether the document was typed
 */
record RuleDraft(
        String name, boolean deny, Set<String> actions, Set<String> to, Set<String> on, String json, boolean byHand) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Most policies are about codes. */
    static RuleDraft blank() {
        return chosen("", false, Set.of(Verb.CODE_FETCH.code()), Set.of(), Set.of());
    }

    static RuleDraft of(Policy policy) {
        JsonNode json = read(policy.canonical());
        Set<String> actions = new LinkedHashSet<>();
        json.get("actions").forEach(action -> actions.add(action.textValue()));
        return chosen(
                policy.name(), policy.effect() == Effect.DENY, actions, named(json.get("to")), named(json.get("on")));
    }

    /** What came back: the document, if it is its form that was sent, else what was chosen. */
    static RuleDraft sent(Map<String, List<String>> form) {
        if (form.containsKey("json")) {
            return new RuleDraft("", false, Set.of(), Set.of(), Set.of(), first(form, "json"), true);
        }
        return chosen(
                first(form, "name").strip(),
                first(form, "effect").equals(Effect.DENY.code()),
                all(form, "actions"),
                all(form, "to"),
                all(form, "on"));
    }

    /** Shown again: beside a document that was typed stands what is in force. */
    RuleDraft over(RuleDraft now) {
        return byHand ? new RuleDraft(now.name, now.deny, now.actions, now.to, now.on, json, true) : this;
    }

    private static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst();
    }

    private static Set<String> all(Map<String, List<String>> form, String field) {
        return new LinkedHashSet<>(form.getOrDefault(field, List.of()));
    }

    /** Read as strictly as what a program sends, and refused with the same place and reason. */
    Policy policy(UUID id) {
        return RuleDesk.written(json.getBytes(UTF_8), id);
    }

    private static RuleDraft chosen(String name, boolean deny, Set<String> actions, Set<String> to, Set<String> on) {
        ObjectNode json =
                MAPPER.createObjectNode().put("name", name).put("effect", (deny ? Effect.DENY : Effect.ALLOW).code());
        ArrayNode verbs = json.putArray("actions");
        actions.forEach(verbs::add);
        write(json.putArray("to"), to);
        write(json.putArray("on"), on);
        return new RuleDraft(name, deny, actions, to, on, json.toPrettyString(), false);
    }

    private static void write(ArrayNode list, Collection<String> named) {
        for (String one : named) {
            String[] parts = one.split(":", 2);
            ObjectNode entry = list.addObject().put("kind", parts[0]);
            if (parts.length == 2) {
                entry.put("id", parts[1]);
            }
        }
    }

    private static Set<String> named(JsonNode list) {
        Set<String> named = new LinkedHashSet<>();
        list.forEach(one -> named.add(one.get("kind").textValue()
                + (one.has("id") ? ":" + one.get("id").textValue() : "")));
        return named;
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the engine writes is JSON"); // without the cause, which repeats it
        }
    }
}
