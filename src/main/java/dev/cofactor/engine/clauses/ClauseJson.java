// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import static dev.cofactor.engine.documents.CanonicalJson.number;
import static dev.cofactor.engine.documents.CanonicalJson.object;
import static dev.cofactor.engine.documents.CanonicalJson.set;
import static dev.cofactor.engine.documents.CanonicalJson.text;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How clauses are written: see src/docs/design/policy-documents.md. What is written once is never written otherwise. */
public final class ClauseJson {
    private static final int MINUTES = 60;
    private static final int SHORT = 3;

    private ClauseJson() {}

    /** The members of a policy that hold its clauses; of a kind of which there are none, nothing. */
    public static Map<String, String> members(Clauses clauses) {
        Map<String, String> members = new HashMap<>();
        if (!clauses.when().isEmpty()) {
            members.put("when", set(clauses.when().stream().map(ClauseJson::spelled)));
        }
        if (!clauses.needs().isEmpty()) {
            members.put("needs", set(clauses.needs().stream().map(ClauseJson::spelled)));
        }
        if (!clauses.limits().isEmpty()) {
            members.put("limits", set(clauses.limits().stream().map(ClauseJson::spelled)));
        }
        if (!clauses.then().isEmpty()) {
            members.put("then", set(clauses.then().stream().map(ClauseJson::spelled)));
        }
        return members;
    }

    public static String spelled(Condition condition) {
        return switch (condition) {
            case Condition.Network network ->
                object(Map.of(
                        "kind", text("network"),
                        "in", set(network.in().stream().map(range -> text(range.toString())))));
            case Condition.Hours hours ->
                object(Map.of(
                        "kind", text("hours"),
                        "days", set(hours.days().stream().map(day -> text(word(day)))),
                        "from", text(clock(hours.from())),
                        "until", text(clock(hours.until())),
                        "zone", text(hours.zone().getId())));
            case Condition.Dates dates -> spelled(dates);
            case Condition.TokenClaim claim ->
                object(Map.of(
                        "kind", text("claim"),
                        "issuer", text(claim.issuer().toString()),
                        "name", text(claim.name()),
                        "values", set(claim.values().stream().map(glob -> text(glob.text())))));
            case Condition.Not not -> object(Map.of("kind", text("not"), "of", spelled(not.of())));
        };
    }

    private static String spelled(Condition.Dates dates) {
        Map<String, String> members = new HashMap<>(
                Map.of("kind", text("dates"), "zone", text(dates.zone().getId())));
        if (dates.from() != null) {
            members.put("from", text(dates.from().toString()));
        }
        if (dates.until() != null) {
            members.put("until", text(dates.until().toString()));
        }
        return object(members);
    }

    public static String spelled(Need need) {
        return switch (need) {
            case Need.StepUp stepUp ->
                object(Map.of(
                        "kind", text("step-up"),
                        "within", text(stepUp.within().toString()),
                        "methods", set(stepUp.methods().stream().map(method -> text(word(method))))));
            case Need.Reason reason -> object(Map.of("kind", text("reason"), "atLeast", number(reason.atLeast())));
            case Need.Ticket ticket ->
                object(Map.of("kind", text("ticket"), "form", text(ticket.form().text())));
            case Need.Approval approval ->
                object(Map.of(
                        "kind", text("approval"),
                        "quorum", number(approval.quorum()),
                        "of", set(approval.of().stream().map(ClauseJson::spelled)),
                        "decideWithin", text(approval.decideWithin().toString()),
                        "validFor", text(approval.validFor().toString()),
                        "uses", number(approval.uses()),
                        "notTheAuthor", String.valueOf(approval.notTheAuthor())));
            case Need.BreakGlass glass ->
                object(Map.of(
                        "kind", text("break-glass"),
                        "atLeast", number(glass.atLeast()),
                        "validFor", text(glass.validFor().toString()),
                        "uses", number(glass.uses())));
        };
    }

    public static String spelled(Approver approver) {
        return switch (approver) {
            case Approver.Group group ->
                object(Map.of("kind", text("group"), "id", text(group.id().toString())));
            case Approver.Person person ->
                object(Map.of("kind", text("person"), "id", text(person.id().toString())));
            case Approver.Manager manager -> object(Map.of("kind", text("manager")));
        };
    }

    public static String spelled(Limit limit) {
        return object(Map.of(
                "most", number(limit.most()),
                "per", text(limit.per().toString()),
                "by", set(limit.by().stream().map(by -> text(word(by))))));
    }

    public static String spelled(Duty duty) {
        return switch (duty) {
            case Duty.Tell tell -> object(Map.of("kind", text("tell"), "whom", spelled(tell.whom())));
        };
    }

    private static String spelled(Duty.Whom whom) {
        return switch (whom) {
            case Duty.Whom.Owners owners -> object(Map.of("kind", text("owners")));
            case Duty.Whom.Group group ->
                object(Map.of("kind", text("group"), "id", text(group.id().toString())));
            case Duty.Whom.Person person ->
                object(Map.of("kind", text("person"), "id", text(person.id().toString())));
            case Duty.Whom.Channel channel ->
                object(Map.of("kind", text("channel"), "id", text(channel.id().toString())));
        };
    }

    static String word(DayOfWeek day) {
        return day.name().substring(0, SHORT).toLowerCase(Locale.ROOT);
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** 24:00 is the end of the day. */
    static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / MINUTES, minute % MINUTES);
    }
}
