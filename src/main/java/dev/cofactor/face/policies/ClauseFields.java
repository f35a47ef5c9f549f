// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.documents.PolicyRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a policy asks, in fields: of each usual kind one, the rest as JSON. What is typed goes on as it is, so that the desk
 * refuses it with its place.
 *
 * @param networks with commas between them
 * @param stepUp within so many minutes; empty where none is asked for
 * @param approvers the group; empty where nobody has to approve
 * @param rest an object with the clauses that have no field; empty where there are none
 */
record ClauseFields(
        Set<String> days,
        String from,
        String until,
        String zone,
        String networks,
        String stepUp,
        String reason,
        String approvers,
        String quorum,
        String decideWithin,
        String validFor,
        String uses,
        String rest) {
    private static final List<String> KINDS = List.of("when", "needs", "limits", "then");

    static final ClauseFields NONE =
            new ClauseFields(Set.of(), "08:00", "18:00", "Europe/Berlin", "", "", "", "", "1", "60", "30", "1", "");

    /** Of a policy as the engine writes it. */
    static ClauseFields of(JsonNode policy) {
        return new Split(policy).fields();
    }

    static ClauseFields sent(Map<String, List<String>> form) {
        return new ClauseFields(
                new LinkedHashSet<>(form.getOrDefault("days", List.of())),
                first(form, "from"),
                first(form, "until"),
                first(form, "zone"),
                first(form, "networks"),
                first(form, "step-up"),
                first(form, "reason"),
                first(form, "approvers"),
                first(form, "quorum"),
                first(form, "decide-within"),
                first(form, "valid-for"),
                first(form, "uses"),
                first(form, "rest"));
    }

    private static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst().strip();
    }

    /** @throws PolicyRefused where the rest is no JSON object */
    void writeTo(ObjectNode policy) {
        Map<String, List<JsonNode>> clauses = new java.util.LinkedHashMap<>();
        KINDS.forEach(kind -> clauses.put(kind, new ArrayList<>()));
        conditions(clauses.computeIfAbsent("when", kind -> new ArrayList<>()));
        needs(clauses.computeIfAbsent("needs", kind -> new ArrayList<>()));
        clauses.forEach((kind, some) -> {
            if (!some.isEmpty()) {
                some.forEach(policy.withArray(kind)::add);
            }
        });
        if (!rest.isEmpty()) {
            others(policy);
        }
    }

    private void conditions(List<JsonNode> when) {
        if (!days.isEmpty()) {
            ObjectNode hours = Documents.object().put("kind", "hours");
            days.forEach(hours.putArray("days")::add);
            when.add(hours.put("from", from).put("until", until).put("zone", zone));
        }
        if (!networks.isEmpty()) {
            ObjectNode network = Documents.object().put("kind", "network");
            ArrayNode in = network.putArray("in");
            for (String one : networks.split("[,\\s]+")) {
                in.add(one);
            }
            when.add(network);
        }
    }

    private void needs(List<JsonNode> needs) {
        if (!stepUp.isEmpty()) {
            ObjectNode need = Documents.object().put("kind", "step-up").put("within", minutes(stepUp));
            need.putArray("methods");
            needs.add(need);
        }
        if (!reason.isEmpty()) {
            needs.add(number(Documents.object().put("kind", "reason"), "atLeast", reason));
        }
        if (!approvers.isEmpty()) {
            ObjectNode need = number(Documents.object().put("kind", "approval"), "quorum", quorum);
            need.putArray("of").addObject().put("kind", "group").put("id", approvers);
            need.put("decideWithin", minutes(decideWithin)).put("validFor", minutes(validFor));
            needs.add(number(need, "uses", uses).put("notTheAuthor", false));
        }
    }

    /** What has no field is added as it stands; a member that is unknown, or is no list, is the desk's to refuse. */
    private void others(ObjectNode policy) {
        Placed.document(rest.getBytes(UTF_8)).onlyWith(KINDS.toArray(String[]::new));
        Documents.read(rest).orElseThrow().properties().forEach(member -> {
            if (member.getValue().isArray()) {
                member.getValue().forEach(policy.withArray(member.getKey())::add);
            } else {
                policy.set(member.getKey(), member.getValue());
            }
        });
    }

    private static String minutes(String typed) {
        return typed.matches("[0-9]{1,6}")
                ? Duration.ofMinutes(Long.parseLong(typed)).toString()
                : typed;
    }

    private static ObjectNode number(ObjectNode json, String member, String typed) {
        return typed.matches("[0-9]{1,9}") ? json.put(member, Integer.parseInt(typed)) : json.put(member, typed);
    }
}
