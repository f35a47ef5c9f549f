// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.foresight.Cells;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** At which moments anything can change by time alone. Of one edition, verb and moment; what hangs on time is picked out once. */
final class Timetable {
    private final Verb verb;
    private final Instant now;
    private final int most;
    private final List<Policy> timed;
    private final Map<List<Policy>, List<Instant>> known = new HashMap<>();

    Timetable(Collection<Policy> policies, Verb verb, Instant now, int most) {
        this.verb = verb;
        this.now = now;
        this.most = most;
        this.timed = policies.stream()
                .filter(policy -> policy.isActive() && policy.actions().contains(verb))
                .filter(policy -> policy.clauses().when().stream().anyMatch(Timetable::isOfTime))
                .toList();
    }

    Verb verb() {
        return verb;
    }

    /** In every stretch of time in which nothing changes, its beginning; the next ones first. */
    List<Instant> moments(Target target) {
        Set<Resource> on = new HashSet<>(target.resources());
        List<Policy> about = timed.stream()
                .filter(policy -> policy.on().stream().anyMatch(on::contains))
                .toList();
        return about.isEmpty() ? List.of() : known.computeIfAbsent(about, this::beginnings);
    }

    private List<Instant> beginnings(List<Policy> some) {
        return Cells.of(some, now).known().stream()
                .map(Circumstances::time)
                .filter(Objects::nonNull)
                .filter(now::isBefore)
                .distinct()
                .sorted()
                .limit(most)
                .toList();
    }

    private static boolean isOfTime(Condition condition) {
        return switch (condition) {
            case Condition.Hours hours -> true;
            case Condition.Dates dates -> true;
            case Condition.Network network -> false;
            case Condition.TokenClaim claim -> false;
            case Condition.Not not -> isOfTime(not.of());
        };
    }
}
