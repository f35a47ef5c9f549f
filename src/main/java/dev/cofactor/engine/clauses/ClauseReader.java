// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.ground.identity.AddressRange;
import dev.cofactor.ground.problem.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads clauses as {@link ClauseJson} writes them, and nothing else. */
public final class ClauseReader {
    /** Members of a policy that hold clauses; each may be left out where there are none. */
    public static final Set<String> MEMBERS = Set.of("when", "needs", "limits", "then");

    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])|24:00");
    private static final int MINUTES = 60;

    private ClauseReader() {}

    public static Clauses read(Placed policy) {
        return policy.made(() -> new Clauses(
                each(policy, "when", ClauseReader::condition),
                each(policy, "needs", ClauseReader::need),
                each(policy, "limits", ClauseReader::limit),
                each(policy, "then", ClauseReader::duty)));
    }

    private static <T> Set<T> each(Placed policy, String member, Function<Placed, T> read) {
        return policy.optional(member).map(list -> list.each(read)).orElse(Set.of());
    }

    private static Condition condition(Placed json) {
        Placed kind = json.member("kind");
        return switch (kind.text()) {
            case "network" -> {
                json.onlyWith("kind", "in");
                yield json.made(() -> new Condition.Network(json.member("in").each(ClauseReader::range)));
            }
            case "hours" -> {
                json.onlyWith("kind", "days", "from", "until", "zone");
                yield json.made(() -> new Condition.Hours(
                        json.member("days").each(day -> day.word(ClauseReader::day, "mon to sun")),
                        clock(json.member("from")),
                        clock(json.member("until")),
                        zone(json.member("zone"))));
            }
            case "dates" -> {
                json.onlyWith("kind", "from", "until", "zone");
                yield json.made(() -> new Condition.Dates(
                        json.optional("from").map(ClauseReader::date).orElse(null),
                        json.optional("until").map(ClauseReader::date).orElse(null),
                        zone(json.member("zone"))));
            }
            case "claim" -> {
                json.onlyWith("kind", "issuer", "name", "values");
                yield json.made(() -> new Condition.TokenClaim(
                        json.member("issuer").id(),
                        json.member("name").text(),
                        json.member("values").each(value -> value.made(() -> new Glob(value.text())))));
            }
            case "not" -> {
                json.onlyWith("kind", "of");
                yield json.made(() -> new Condition.Not(condition(json.member("of"))));
            }
            default -> throw kind.refused("is no kind of condition");
        };
    }

    public static Need need(Placed json) {
        Placed kind = json.member("kind");
        return switch (kind.text()) {
            case "step-up" -> {
                json.onlyWith("kind", "within", "methods");
                yield json.made(() -> new Need.StepUp(
                        time(json.member("within")),
                        json.optional("methods")
                                .map(all -> all.each(one -> one.word(ClauseReader::method, "a way to prove oneself")))
                                .orElse(Set.of())));
            }
            case "reason" -> {
                json.onlyWith("kind", "atLeast");
                yield json.made(() -> new Need.Reason(json.member("atLeast").number()));
            }
            case "ticket" -> {
                json.onlyWith("kind", "form");
                yield json.made(
                        () -> new Need.Ticket(new Glob(json.member("form").text())));
            }
            case "approval" -> approval(json);
            case "break-glass" -> {
                json.onlyWith("kind", "atLeast", "validFor", "uses");
                yield json.made(() -> new Need.BreakGlass(
                        json.member("atLeast").number(),
                        time(json.member("validFor")),
                        json.member("uses").number()));
            }
            default -> throw kind.refused("is no kind of need");
        };
    }

    private static Need approval(Placed json) {
        json.onlyWith("kind", "quorum", "of", "decideWithin", "validFor", "uses", "notTheAuthor");
        return json.made(() -> new Need.Approval(
                json.member("quorum").number(),
                json.member("of").each(ClauseReader::approver),
                time(json.member("decideWithin")),
                time(json.member("validFor")),
                json.member("uses").number(),
                json.optional("notTheAuthor").map(Placed::flag).orElse(false)));
    }

    private static Approver approver(Placed json) {
        Placed kind = json.member("kind");
        return switch (kind.text()) {
            case "group" -> {
                json.onlyWith("kind", "id");
                yield new Approver.Group(json.member("id").id());
            }
            case "person" -> {
                json.onlyWith("kind", "id");
                yield new Approver.Person(json.member("id").id());
            }
            case "manager" -> {
                json.onlyWith("kind");
                yield new Approver.Manager();
            }
            default -> throw kind.refused("is nobody who could approve");
        };
    }

    private static Limit limit(Placed json) {
        json.onlyWith("most", "per", "by");
        return json.made(() -> new Limit(
                json.member("most").number(),
                time(json.member("per")),
                json.optional("by")
                        .map(all -> all.each(one -> one.word(ClauseReader::by, "actor or secret")))
                        .orElse(Set.of())));
    }

    private static Duty duty(Placed json) {
        Placed kind = json.member("kind");
        if (!kind.text().equals("tell")) {
            throw kind.refused("is no kind of duty");
        }
        json.onlyWith("kind", "whom");
        return new Duty.Tell(whom(json.member("whom")));
    }

    private static Duty.Whom whom(Placed json) {
        Placed kind = json.member("kind");
        return switch (kind.text()) {
            case "owners" -> {
                json.onlyWith("kind");
                yield new Duty.Whom.Owners();
            }
            case "group" -> {
                json.onlyWith("kind", "id");
                yield new Duty.Whom.Group(json.member("id").id());
            }
            case "person" -> {
                json.onlyWith("kind", "id");
                yield new Duty.Whom.Person(json.member("id").id());
            }
            case "channel" -> {
                json.onlyWith("kind", "id");
                yield new Duty.Whom.Channel(json.member("id").id());
            }
            default -> throw kind.refused("is nobody who could be told");
        };
    }

    /** What is refused down there quotes nothing, and knows no place. */
    private static AddressRange range(Placed json) {
        try {
            return AddressRange.of(json.text());
        } catch (PolicyRefused e) {
            throw e;
        } catch (Problem e) {
            throw json.refused("is no network such as 192.0.2.0/24 or 2001:db8::/32, with nothing behind its length");
        }
    }

    private static Optional<DayOfWeek> day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> ClauseJson.word(day).equals(word))
                .findFirst();
    }

    private static Optional<Need.Method> method(String word) {
        return Arrays.stream(Need.Method.values())
                .filter(one -> ClauseJson.word(one).equals(word))
                .findFirst();
    }

    private static Optional<Limit.By> by(String word) {
        return Arrays.stream(Limit.By.values())
                .filter(one -> ClauseJson.word(one).equals(word))
                .findFirst();
    }

    private static int clock(Placed json) {
        Matcher clock = CLOCK.matcher(json.text());
        if (!clock.matches()) {
            throw json.refused("is no time of day such as 08:00");
        }
        return clock.group(1) == null
                ? Condition.Hours.DAY
                : Integer.parseInt(clock.group(1)) * MINUTES + Integer.parseInt(clock.group(2));
    }

    /** By its name alone: an abbreviation or an offset has no daylight saving, or another's. */
    private static ZoneId zone(Placed json) {
        String name = json.text();
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw json.refused("is no zone such as Europe/Berlin");
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw json.refused("is no zone such as Europe/Berlin");
        }
    }

    private static LocalDate date(Placed json) {
        try {
            return LocalDate.parse(json.text());
        } catch (DateTimeParseException e) {
            throw json.refused("is no day such as 2026-12-31");
        }
    }

    /** In the one spelling that it is written in: PT1H, and not PT60M. */
    private static Duration time(Placed json) {
        String text = json.text();
        try {
            Duration time = Duration.parse(text);
            if (time.toString().equals(text)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one refusal.
        }
        throw json.refused("is no length of time such as PT30M or PT1H");
    }
}
