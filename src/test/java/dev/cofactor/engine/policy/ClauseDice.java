// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.ground.identity.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random clauses, and circumstances in which they are now met and now not: hours and times come from the same few. */
final class ClauseDice {
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Pacific/Apia"));

    private static final List<String> RANGES = List.of(
            "0.0.0.0/0", "10.0.0.0/8", "10.1.2.0/23", "10.1.2.3", "::/0", "2001:db8::/32", "2001:db8::1", "fe80::/10");

    private static final List<String> ADDRESSES = List.of(
            "0a010203", "0a010303", "0aff0000", "c0000201", "20010db8000000000000000000000001",
            "20010db9000000000000000000000001", "00000000000000000000ffff0a010203", "000000000000000000000000c0000201");

    private static final List<String> GLOBS =
            List.of("main", "ma*", "e*", "*", "release/*", "é*é", "~", "*ë", "main*main", "a\"*");

    private static final List<Integer> MINUTES = List.of(0, 1, 120, 150, 179, 480, 1_080, 1_320, 1_439, 1_440);

    /** Sundays on which clocks are changed somewhere, with the days around, and a day that Apia never had. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 4, 5),
            LocalDate.of(2026, 11, 1), LocalDate.of(2011, 12, 30), LocalDate.of(2026, 12, 31));

    private final Dice dice;

    ClauseDice(Dice dice) {
        this.dice = dice;
    }

    Clauses clauses(Effect effect) {
        Set<Condition> when = dice.upTo(3) > 0 ? Set.of() : dice.some(2, this::condition);
        if (effect == Effect.DENY) {
            return new Clauses(when, Set.of(), Set.of(), Set.of());
        }
        Set<Need> needs = dice.upTo(2) == 0 ? Set.of() : dice.some(2, this::need);
        Set<Limit> limits = dice.upTo(4) == 0 ? dice.some(2, this::limit) : Set.of();
        Set<Duty> then = dice.upTo(4) == 0 ? dice.some(2, this::duty) : Set.of();
        boolean asks = !needs.isEmpty() || !limits.isEmpty() || !then.isEmpty();
        return new Clauses(when, effect == Effect.ALLOW || asks ? needs : Set.of(need()), limits, then);
    }

    Condition condition() {
        Condition plain = switch (dice.upTo(4)) {
            case 0 -> new Condition.Network(dice.some(2, () -> AddressRange.of(dice.one(RANGES))));
            case 1 -> hours();
            case 2 -> dates();
            default -> new Condition.TokenClaim(dice.from(6), dice.claimName(), dice.some(2, this::glob));
        };
        return dice.upTo(3) == 0 ? new Condition.Not(plain) : plain;
    }

    private Condition hours() {
        int from = dice.one(MINUTES.subList(0, 9));
        int until = dice.one(MINUTES.subList(1, 10));
        return new Condition.Hours(
                dice.some(5, () -> dice.one(List.of(DayOfWeek.values()))),
                from,
                until == from ? from + 1 : until,
                dice.one(ZONES));
    }

    private Condition dates() {
        List<LocalDate> ends = new ArrayList<>(List.of(dice.one(DAYS).plusDays(dice.upTo(2)), dice.one(DAYS)));
        Collections.sort(ends);
        int open = dice.upTo(4);
        return new Condition.Dates(open == 0 ? null : ends.get(0), open == 1 ? null : ends.get(1), dice.one(ZONES));
    }

    private Glob glob() {
        return new Glob(dice.one(GLOBS));
    }

    Need need() {
        return switch (dice.upTo(8)) {
            case 0, 1 -> new Need.StepUp(Duration.ofMinutes(dice.one(List.of(5, 15))), dice.few(2, this::method));
            case 2, 3 -> new Need.Reason(1 + dice.upTo(6));
            case 4 -> new Need.Ticket(glob());
            case 5 -> new Need.BreakGlass(1 + dice.upTo(2), Duration.ofMinutes(10), 1 + dice.upTo(2));
            default -> new Need.Approval(
                    1 + dice.upTo(2),
                    dice.some(2, this::approver),
                    Duration.ofHours(1),
                    Duration.ofMinutes(30),
                    1 + dice.upTo(2),
                    dice.upTo(4) == 0);
        };
    }

    private Need.Method method() {
        return dice.one(List.of(Need.Method.values()));
    }

    private Approver approver() {
        return switch (dice.upTo(3)) {
            case 0 -> new Approver.Group(dice.from(4));
            case 1 -> new Approver.Person(dice.from(1));
            default -> new Approver.Manager();
        };
    }

    private Limit limit() {
        Set<Limit.By> by = dice.few(2, () -> dice.one(List.of(Limit.By.values())));
        return new Limit(1 + dice.upTo(2), Duration.ofHours(1), by);
    }

    private Duty duty() {
        return new Duty.Tell(
                switch (dice.upTo(4)) {
                    case 0 -> new Duty.Whom.Owners();
                    case 1 -> new Duty.Whom.Group(dice.from(4));
                    case 2 -> new Duty.Whom.Person(dice.from(1));
                    default -> new Duty.Whom.Channel(dice.from(11));
                });
    }

    Circumstances circumstances() {
        return new Circumstances(dice.upTo(6) == 0 ? null : time(), dice.upTo(6) == 0 ? null : address());
    }

    private Instant time() {
        return dice.one(DAYS)
                .plusDays(dice.upTo(3) - 1)
                .atStartOfDay(dice.one(ZONES))
                .toInstant()
                .plusSeconds(60L * dice.one(MINUTES) - dice.upTo(2));
    }

    private InetAddress address() {
        byte[] bytes = HexFormat.of().parseHex(dice.one(ADDRESSES));
        try {
            // Of sixteen bytes the other way makes four, if it can.
            return bytes.length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Where one of these policies has hours, often at an end of them: that is where they are got wrong. */
    private Question timed(List<Policy> policies, Question question) {
        List<Condition.Hours> hours = policies.stream()
                .flatMap(policy -> policy.clauses().when().stream())
                .map(condition -> condition instanceof Condition.Not not ? not.of() : condition)
                .filter(Condition.Hours.class::isInstance)
                .map(Condition.Hours.class::cast)
                .toList();
        if (hours.isEmpty() || dice.upTo(2) == 0) {
            return question;
        }
        Condition.Hours aimed = dice.one(hours);
        Instant end = dice.one(DAYS)
                .with(TemporalAdjusters.next(dice.one(List.copyOf(aimed.days()))))
                .atStartOfDay()
                .plusMinutes(dice.upTo(3) == 0 ? aimed.from() : aimed.until())
                .atZone(aimed.zone())
                .toInstant();
        Circumstances then = new Circumstances(
                end.minusSeconds(dice.upTo(3) == 0 ? 1 : 0), question.circumstances().address());
        return Taken.in(question, then);
    }

    /** Of what the naive reading would have approved, some is held. */
    Question stepping(List<Policy> policies, Question made) {
        Question without = timed(policies, made);
        @Nullable Instant time = without.circumstances().time();
        Optional<Steps.Proved> proved = dice.upTo(2) == 0 || time == null
                ? Optional.empty()
                : Optional.of(new Steps.Proved(time.minusSeconds(dice.one(List.of(0, 300, 301, 900, 901))), method()));
        Optional<String> reason = dice.upTo(3) == 0 ? Optional.empty() : Optional.of(" ab\uD83D\uDD11".repeat(dice.upTo(3)));
        Optional<String> ticket = dice.upTo(3) == 0 ? Optional.empty() : Optional.of(dice.one(Dice.TEXTS));
        List<Steps.Held> held = new ArrayList<>();
        for (Reference.Path path : Reference.told(policies, without).paths()) {
            path.clause().filter(clause -> dice.upTo(2) == 0).ifPresent(clause -> held.add(new Steps.Held(grant(held), clause)));
        }
        return new Question(
                without.asker(),
                without.verb(),
                without.target(),
                without.circumstances().with(new Steps(proved, reason, ticket, held)));
    }

    private static UUID grant(List<Steps.Held> held) {
        return Dice.id(12, held.size());
    }
}
