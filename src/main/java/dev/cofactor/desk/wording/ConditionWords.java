// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import static java.util.Comparator.comparing;

import dev.cofactor.engine.clauses.Condition;
import java.util.Collection;
import java.util.List;

/** Conditions in plain words. */
public final class ConditionWords {
    private static final String GONE = "a federation that is no longer there";

    private ConditionWords() {}

    /** "Monday to Friday from 8:00 to 18:00 (Europe/Berlin)", or "except from 10.0.0.0/8". */
    public static String of(Condition condition, Names names) {
        return switch (condition) {
            case Condition.Network network -> "from " + Sentences.or(sorted(network.in()));
            case Condition.Hours hours -> hours(hours);
            case Condition.Dates dates -> dates(dates);
            case Condition.TokenClaim claim ->
                "with " + claim.name() + " "
                        + Sentences.or(claim.values().stream()
                                .map(glob -> glob.text())
                                .sorted()
                                .toList())
                        + " vouched for by " + names.of(claim).orElse(GONE);
            case Condition.Not not -> "except " + of(not.of(), names);
        };
    }

    /** What would have to be so: "only Monday to Friday …", "not from 10.0.0.0/8". */
    public static String only(Condition condition, Names names) {
        return condition instanceof Condition.Not not ? "not " + of(not.of(), names) : "only " + of(condition, names);
    }

    /** The same for somebody who may not see the rules: when, but from where and with what only that it matters. */
    public static String only(Condition condition) {
        return condition instanceof Condition.Not not ? "not " + plain(not.of()) : "only " + plain(condition);
    }

    private static String plain(Condition condition) {
        return switch (condition) {
            case Condition.Network network -> "from certain networks";
            case Condition.Hours hours -> hours(hours);
            case Condition.Dates dates -> dates(dates);
            case Condition.TokenClaim claim -> "with certain tokens";
            case Condition.Not not -> plain(not.of());
        };
    }

    /** All of them, in an order of their own: what must be so first, then what must not. */
    static List<String> all(Collection<Condition> conditions, Names names) {
        return conditions.stream()
                .sorted(comparing((Condition one) -> rank(one)).thenComparing(one -> of(one, names)))
                .map(one -> of(one, names))
                .toList();
    }

    private static int rank(Condition condition) {
        return switch (condition) {
            case Condition.Hours hours -> 0;
            case Condition.Dates dates -> 1;
            case Condition.Network network -> 2;
            case Condition.TokenClaim claim -> 3;
            case Condition.Not not -> 4;
        };
    }

    private static String hours(Condition.Hours hours) {
        String until = Spans.clock(hours.until()) + (hours.passesMidnight() ? " the next day" : "");
        return Spans.days(hours.days()) + " from " + Spans.clock(hours.from()) + " to " + until + zone(hours.zone());
    }

    private static String dates(Condition.Dates dates) {
        String zone = zone(dates.zone());
        if (dates.until() == null) {
            return "from " + dates.from() + " on" + zone;
        }
        String until = "the end of " + dates.until() + zone;
        return dates.from() == null ? "until " + until : "from " + dates.from() + " to " + until;
    }

    private static String zone(java.time.ZoneId zone) {
        return " (" + zone.getId() + ")";
    }

    private static List<String> sorted(Collection<?> all) {
        return all.stream().map(Object::toString).sorted().toList();
    }
}
