// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.ground.identity.AddressRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Clauses drawn by chance, such that about half of what they ask is so. */
final class AnyClauses {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Duration HOUR = Duration.ofHours(1);

    private final Random random;
    private final UUID approvers;

    AnyClauses(Random random, UUID approvers) {
        this.random = random;
        this.approvers = approvers;
    }

    /** With needs, where the policy's effect lets it have any. */
    Clauses next(boolean needs) {
        Set<Condition> when = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            when.add(condition());
        }
        Set<Need> asked = new HashSet<>();
        for (int i = needs ? random.nextInt(3) : 0; i > 0; i--) {
            asked.add(need());
        }
        return new Clauses(when, asked, Set.of(), Set.of());
    }

    /** Of a requirement, which requires something. */
    Clauses requiring() {
        return new Clauses(next(false).when(), Set.of(need()), Set.of(), Set.of());
    }

    private Condition condition() {
        Condition plain = switch (random.nextInt(4)) {
            case 0 -> new Condition.Network(Set.of(AddressRange.of("192.0.2.0/24")));
            case 1 ->
                new Condition.Hours(EnumSet.allOf(DayOfWeek.class), random.nextInt(24) * 60, random.nextInt(1, 24) * 60 + 30, BERLIN);
            case 2 -> new Condition.Dates(LocalDate.of(random.nextBoolean() ? 2020 : 2090, 1, 1), null, BERLIN);
            default -> new Condition.TokenClaim(UUID.randomUUID(), "ref", Set.of(new Glob("main*")));
        };
        return random.nextInt(3) == 0 ? new Condition.Not(plain) : plain;
    }

    private Need need() {
        return switch (random.nextInt(5)) {
            case 0 -> new Need.StepUp(Duration.ofMinutes(5), Set.of());
            case 1 -> new Need.Reason(10);
            case 2 -> new Need.Ticket(new Glob("INC-*"));
            case 3 -> approval();
            default -> new Need.BreakGlass(10, HOUR, 1);
        };
    }

    Need approval() {
        return new Need.Approval(
                1, Set.of(new Approver.Group(approvers)), HOUR, Duration.ofMinutes(30), 3, false);
    }
}
