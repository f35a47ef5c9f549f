// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.foresight.Cells;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.Supposing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** When what is shut now opens by itself, because some hour or day begins or ends. Asked as if he asked then. */
@ApplicationScoped
public class Openings {
    /** Of moments at which anything could change, the first ones. */
    private static final int MOST = 500;

    private final Gate gate;
    private final Supposing supposing;

    Openings(Gate gate, Supposing supposing) {
        this.gate = gate;
        this.supposing = supposing;
    }

    /** @return nothing, where he could do it now, or time alone changes nothing */
    public Optional<Instant> of(Ask ask, Instant now, Supposing.Foreseen foreseen) {
        return foreseen.decision().filter(Decision.Deny.class::isInstance).isEmpty()
                ? Optional.empty()
                : supposing.firstOpen(ask, moments(ask, now));
    }

    /** In every stretch of time in which nothing changes, its beginning; the next ones first. */
    private List<Instant> moments(Ask ask, Instant now) {
        List<Policy> timed = timed(ask);
        return timed.isEmpty()
                ? List.of()
                : Cells.of(timed, now).known().stream()
                        .map(Circumstances::time)
                        .filter(Objects::nonNull)
                        .filter(now::isBefore)
                        .distinct()
                        .sorted()
                        .limit(MOST)
                        .toList();
    }

    private List<Policy> timed(Ask ask) {
        Optional<Target> target = ask.look().get().map(Sight::target);
        Set<Resource> on = new HashSet<>(target.map(Target::resources).orElse(List.of()));
        return gate.edition().policies().policies().stream()
                .filter(policy -> policy.isActive() && policy.actions().contains(ask.verb()))
                .filter(policy -> policy.on().stream().anyMatch(on::contains))
                .filter(policy -> policy.clauses().when().stream().anyMatch(Openings::isOfTime))
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
