// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is missing, in words for whoever asks: steps, and nothing of who wrote them down where. */
final class Needed {
    private Needed() {}

    static String word(Need need) {
        return switch (need) {
            case Need.StepUp stepUp -> "step-up";
            case Need.Reason reason -> "reason";
            case Need.Ticket ticket -> "ticket";
            case Need.Approval approval -> "approval";
            case Need.BreakGlass glass -> "break-glass";
        };
    }

    /** Of each way the steps that are left, all of which are needed. */
    static List<List<Map<String, Object>>> left(List<Way> ways) {
        return ways.stream()
                .map(way -> way.missing().stream().map(Needed::step).toList())
                .distinct()
                .toList();
    }

    private static Map<String, Object> step(Need need) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", word(need));
        switch (need) {
            case Need.StepUp stepUp -> step.put("within", stepUp.within().toString());
            case Need.Reason reason -> step.put("atLeast", reason.atLeast());
            case Need.Ticket ticket -> step.put("form", ticket.form().text());
            case Need.Approval approval -> step.put("quorum", approval.quorum());
            case Need.BreakGlass glass -> step.put("atLeast", glass.atLeast());
        }
        return step;
    }

    /** The first that has to be done on the shortest way: what is said comes with the request, so it comes first. */
    static Need first(List<Way> ways) {
        List<Need> missing = ways.getFirst().missing();
        return missing.stream()
                .filter(need -> need instanceof Need.Reason || need instanceof Need.Ticket)
                .findFirst()
                .or(() -> missing.stream().filter(Need.StepUp.class::isInstance).findFirst())
                .orElse(missing.getFirst());
    }
}
