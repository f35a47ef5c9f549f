// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes the clauses of a policy apart: of each usual kind the first that fits its field, and all others. */
final class Split {
    private final ObjectNode rest = Documents.object();
    private final Optional<JsonNode> hours;
    private final Optional<JsonNode> network;
    private final Optional<JsonNode> stepUp;
    private final Optional<JsonNode> reason;
    private final Optional<JsonNode> approval;

    Split(JsonNode policy) {
        List<JsonNode> when = all(policy, "when");
        List<JsonNode> needs = all(policy, "needs");
        hours = taken(when, "hours", one -> true);
        network = taken(when, "network", one -> true);
        stepUp = taken(needs, "step-up", one -> one.get("methods").isEmpty() && isMinutes(one.get("within")));
        reason = taken(needs, "reason", one -> true);
        approval = taken(needs, "approval", Split::isPlain);
        keep("when", when);
        keep("needs", needs);
        keep("limits", all(policy, "limits"));
        keep("then", all(policy, "then"));
    }

    /** By one group, in whole minutes, and whoever wrote the policy counts. */
    private static boolean isPlain(JsonNode approval) {
        JsonNode of = approval.get("of");
        return of.size() == 1
                && of.get(0).get("kind").textValue().equals("group")
                && isMinutes(approval.get("decideWithin"))
                && isMinutes(approval.get("validFor"))
                && !approval.get("notTheAuthor").booleanValue();
    }

    private static boolean isMinutes(JsonNode time) {
        Duration length = Duration.parse(time.textValue());
        return length.equals(Duration.ofMinutes(length.toMinutes()));
    }

    private static List<JsonNode> all(JsonNode policy, String member) {
        List<JsonNode> all = new ArrayList<>();
        policy.path(member).forEach(all::add);
        return all;
    }

    private static Optional<JsonNode> taken(List<JsonNode> all, String kind, Predicate<JsonNode> fits) {
        Optional<JsonNode> first = all.stream()
                .filter(one -> one.get("kind").textValue().equals(kind))
                .filter(fits)
                .findFirst();
        first.ifPresent(all::remove);
        return first;
    }

    private void keep(String member, List<JsonNode> others) {
        if (!others.isEmpty()) {
            others.forEach(rest.putArray(member)::add);
        }
    }

    ClauseFields fields() {
        ClauseFields none = ClauseFields.NONE;
        return new ClauseFields(
                hours.map(one -> texts(one.get("days"))).orElse(none.days()),
                text(hours, "from", none.from()),
                text(hours, "until", none.until()),
                text(hours, "zone", none.zone()),
                network.map(one -> String.join(", ", texts(one.get("in")))).orElse(none.networks()),
                minutes(stepUp, "within", none.stepUp()),
                text(reason, "atLeast", none.reason()),
                approval.map(one -> one.get("of").get(0).get("id").textValue()).orElse(none.approvers()),
                text(approval, "quorum", none.quorum()),
                minutes(approval, "decideWithin", none.decideWithin()),
                minutes(approval, "validFor", none.validFor()),
                text(approval, "uses", none.uses()),
                rest.isEmpty() ? none.rest() : rest.toPrettyString());
    }

    private static String text(Optional<JsonNode> clause, String member, String otherwise) {
        return clause.map(one -> one.get(member).asText()).orElse(otherwise);
    }

    private static String minutes(Optional<JsonNode> clause, String member, String otherwise) {
        return clause.map(one -> String.valueOf(
                        Duration.parse(one.get(member).textValue()).toMinutes()))
                .orElse(otherwise);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(one -> texts.add(one.textValue()));
        return texts;
    }
}
