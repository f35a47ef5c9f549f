// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.util.stream.Collectors.joining;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Policies as Cedar has them. What is unknown is absent there, so each condition is written twice: that it is so, and that it
 * is not so. A require becomes a forbid unless its needs are met.
 */
final class CedarText {
    /** Agents do what they may and nothing else, whoever allows it. */
    private static final String AGENTS =
            "forbid(principal, action, resource) when { context.agent } unless { action in [%s] };\n"
                    .formatted(List.of(Verb.SECRET_LIST, Verb.SECRET_READ_META, Verb.CODE_FETCH, Verb.BACKUP_CODE_TAKE)
                            .stream()
                            .map(CedarText::action)
                            .collect(joining(", ")));

    private static final String FREE = "action in [%s, %s]"
            .formatted(action(Verb.SECRET_LIST), action(Verb.SECRET_READ_META));

    private CedarText() {}

    static String of(List<Policy> policies) {
        return AGENTS
                + policies.stream().filter(Policy::isActive).map(CedarText::of).collect(joining());
    }

    private static String of(Policy policy) {
        String scope = "action in [%s] && principal in [%s]"
                .formatted(
                        policy.actions().stream().map(CedarText::action).collect(joining(", ")),
                        policy.to().stream().map(CedarText::subject).collect(joining(", ")));
        String on = "resource in [%s]"
                .formatted(policy.on().stream().map(CedarText::resource).collect(joining(", ")));
        String so = all(policy.clauses().when().stream().map(CedarText::so).toList());
        String notSo = policy.clauses().when().stream()
                .map(CedarText::notSo)
                .collect(joining(" || ", "(", ")"))
                .replace("()", "false");
        String met = all(policy.clauses().needs().stream().map(CedarText::met).toList());
        return switch (policy.effect()) {
            case ALLOW ->
                "permit(principal, action, resource) when { %s && %s && %s && (%s || %s) };\n"
                        .formatted(scope, opened(policy, on), so, FREE, met);
            case DENY -> "forbid(principal, action, resource) when { %s && %s && !%s };\n".formatted(scope, on, notSo);
            case REQUIRE ->
                "forbid(principal, action, resource) when { %s && %s && !%s } unless { %s || %s };\n"
                        .formatted(scope, on, notSo, FREE, met);
        };
    }

    private static String opened(Policy policy, String on) {
        Resource own = new Resource.OwnPersonalFolder();
        return policy.on().contains(own)
                ? "((context.place == \"SHARED\" && %s) || (context.place == \"OWN_PERSONAL_FOLDER\" && resource in [%s]))"
                        .formatted(on, resource(own))
                : "context.place == \"SHARED\" && " + on;
    }

    static String action(Verb verb) {
        return "Action::" + text(verb.code());
    }

    static String subject(Subject subject) {
        return "Subject::" + text(subject.toString());
    }

    static String resource(Resource resource) {
        return "Resource::" + text(resource.toString());
    }

    private static String so(Condition condition) {
        return switch (condition) {
            case Condition.Not not -> notSo(not.of());
            case Condition.TokenClaim claim -> vouched(claim);
            case Condition.Network network -> "(context has address && %s)".formatted(within(network));
            case Condition.Hours hours -> "(context has %s_day && %s)".formatted(zone(hours.zone().getId()), open(hours));
            case Condition.Dates dates -> "(context has %s_day && %s)".formatted(zone(dates.zone().getId()), between(dates));
        };
    }

    private static String notSo(Condition condition) {
        return switch (condition) {
            case Condition.Not not -> so(not.of());
            case Condition.TokenClaim claim -> "!" + vouched(claim);
            case Condition.Network network -> "(context has address && !%s)".formatted(within(network));
            case Condition.Hours hours -> "(context has %s_day && !%s)".formatted(zone(hours.zone().getId()), open(hours));
            case Condition.Dates dates -> "(context has %s_day && !%s)".formatted(zone(dates.zone().getId()), between(dates));
        };
    }

    private static String within(Condition.Network network) {
        return any(network.in().stream()
                .map(range -> "context.address.isInRange(ip(\"%s\"))".formatted(range))
                .toList());
    }

    private static String open(Condition.Hours hours) {
        String zone = "context." + zone(hours.zone().getId());
        String after = "%s_minute >= %d".formatted(zone, hours.from());
        String before = "%s_minute < %d".formatted(zone, hours.until());
        return hours.until() > hours.from()
                ? "(%s && %s && %s)".formatted(on(zone, hours.days(), 0), after, before)
                : "((%s && %s) || (%s && %s))"
                        .formatted(on(zone, hours.days(), 0), after, on(zone, hours.days(), 1), before);
    }

    private static String on(String zone, Collection<DayOfWeek> days, int later) {
        return days.stream()
                .map(day -> String.valueOf(day.plus(later).getValue()))
                .collect(joining(", ", "[", "].contains(" + zone + "_day)"));
    }

    private static String between(Condition.Dates dates) {
        String date = "context." + zone(dates.zone().getId()) + "_date";
        List<String> ends = new ArrayList<>();
        LocalDate from = dates.from();
        LocalDate until = dates.until();
        if (from != null) {
            ends.add("%s >= %d".formatted(date, from.toEpochDay()));
        }
        if (until != null) {
            ends.add("%s <= %d".formatted(date, until.toEpochDay()));
        }
        return all(ends);
    }

    /** Cedar asks of no element of a set what it is like, so each claim that is shown has a place of its own. */
    private static String vouched(Condition.TokenClaim claim) {
        return any(IntStream.range(0, CedarQuestion.MOST_CLAIMS)
                .mapToObj(i -> "(context has claim%d && context.claim%d.issuer == %s && context.claim%d.name == %s && %s)"
                        .formatted(
                                i,
                                i,
                                text(claim.issuer().toString()),
                                i,
                                text(claim.name()),
                                any(claim.values().stream()
                                        .map(glob -> "context.claim%d.value like %s".formatted(i, like(glob)))
                                        .toList())))
                .toList());
    }

    private static String met(Need need) {
        return switch (need) {
            case Need.StepUp stepUp ->
                "(context has proved && context.proved.ago <= %d && %s)"
                        .formatted(
                                stepUp.within().toSeconds(),
                                stepUp.methods().isEmpty()
                                        ? "true"
                                        : stepUp.methods().stream()
                                                .map(method -> text(method.name()))
                                                .collect(joining(", ", "[", "].contains(context.proved.method)")));
            case Need.Reason reason -> "(context has reason && context.reason >= %d)".formatted(reason.atLeast());
            case Need.Ticket ticket -> "(context has ticket && context.ticket like %s)".formatted(like(ticket.form()));
            case Need.Approval approval -> "context.approved";
            case Need.BreakGlass glass -> "context.approved";
        };
    }

    /** A zone's name with nothing that a name may not hold. */
    static String zone(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "_");
    }

    private static String all(List<String> parts) {
        return parts.isEmpty() ? "true" : parts.stream().collect(joining(" && ", "(", ")"));
    }

    private static String any(List<String> parts) {
        return parts.stream().collect(joining(" || ", "(", ")"));
    }

    /** A star is the only thing that stands for another there too. */
    private static String like(Glob glob) {
        return text(glob.text());
    }

    private static String text(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
