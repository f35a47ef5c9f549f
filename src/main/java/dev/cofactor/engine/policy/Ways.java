// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.util.Comparator.comparing;

import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Joined;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.clauses.Steps.Held;
import dev.cofactor.engine.policy.Decision.Trace;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Way.Charge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways to an allow: each allow is one of its own, with its own clauses and all that every requirement asks. They are
 * not summed up, or one more allow could take access away.
 */
final class Ways {
    /** Cheap ones first; beyond so many nobody reads on, and leaving some out never allows more. */
    private static final int MOST = 64;

    private static final Comparator<Way> ORDER = comparing((Way way) -> Joined.cost(way.missing()))
            .thenComparing(way -> Joined.cost(way.needs()))
            .thenComparing(way -> way.charges().size())
            .thenComparing(way -> way.through().toString());

    private final Question question;
    private final List<Policy> required;

    Ways(Question question, Trace trace) {
        this.question = question;
        this.required = trace.requiring();
    }

    /** @return the cheapest first; empty where none can be met */
    List<Way> of(Trace trace) {
        List<List<Policy>> combined = List.of(List.of());
        for (Asker side : question.asker().sides()) {
            combined = with(combined, trace.allowing(side));
        }
        return combined.stream()
                .flatMap(through -> way(through).stream())
                .sorted(ORDER)
                .limit(MOST)
                .toList();
    }

    /** Of many allows that ask the same, one stands for all: of an agent's question each is combined with each. */
    private static List<List<Policy>> with(List<List<Policy>> combined, List<Policy> allows) {
        List<Policy> different = different(allows);
        return combined.stream()
                .flatMap(some -> different.stream()
                        .map(one -> Stream.concat(some.stream(), Stream.of(one)).toList()))
                .toList();
    }

    private static List<Policy> different(List<Policy> allows) {
        List<Policy> kept = new ArrayList<>();
        for (Policy one : allows) {
            boolean said = one.clauses().limits().isEmpty()
                    && kept.stream().anyMatch(other -> asksTheSame(one, other));
            if (!said) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** Limits are counted for each policy apart, so two with limits are never the same. */
    private static boolean asksTheSame(Policy one, Policy other) {
        return other.clauses().limits().isEmpty()
                && one.clauses().needs().equals(other.clauses().needs())
                && one.clauses().then().equals(other.clauses().then());
    }

    private Optional<Way> way(List<Policy> through) {
        List<Policy> all =
                Stream.concat(through.stream(), required.stream()).distinct().toList();
        List<Need> asked = all.stream().flatMap(this::needs).toList();
        return Joined.of(asked).filter(this::canBeMet).map(needs -> way(through, all, needs));
    }

    /** What leaves no record asks for conditions alone: nobody steps up to see a list. */
    private Stream<Need> needs(Policy policy) {
        return question.verb().isRecorded() ? policy.clauses().needs().stream() : Stream.of();
    }

    private Way way(List<Policy> through, List<Policy> all, List<Need> needs) {
        Optional<String> clause = Joined.clause(needs);
        Optional<Held> grant = clause.flatMap(this::held);
        List<Need> missing =
                needs.stream().filter(need -> !isMet(need, grant)).toList();
        List<Charge> charges = all.stream()
                .filter(policy -> question.verb().isRecorded())
                .flatMap(policy -> policy.clauses().limits().stream().map(limit -> new Charge(policy.id(), limit)))
                .toList();
        Set<Duty> duties = new LinkedHashSet<>();
        if (question.verb().isRecorded()) {
            all.forEach(policy -> duties.addAll(policy.clauses().then()));
        }
        return new Way(through, needs, charges, duties, missing, clause, grant.map(Held::grant));
    }

    /** With several for the same the first counts: whoever brings them knows which is best. */
    private Optional<Held> held(String clause) {
        return question.circumstances().steps().held().stream()
                .filter(held -> held.clause().equals(clause))
                .findFirst();
    }

    /** A machine sits at no keyboard, so it never proves who sits there; and what is granted is granted on one secret. */
    private boolean canBeMet(List<Need> needs) {
        boolean provable =
                question.asker() instanceof Asker.Person || needs.stream().noneMatch(Need.StepUp.class::isInstance);
        boolean grantable = question.target().secret() != null || Joined.clause(needs).isEmpty();
        return provable && grantable;
    }

    /** What was said when it was asked for needs not be said again. */
    private boolean isMet(Need need, Optional<Held> grant) {
        Steps steps = question.circumstances().steps();
        return switch (need) {
            case Need.StepUp stepUp -> isProved(stepUp);
            case Need.Reason reason ->
                isLongEnough(reason, steps.reason())
                        || grant.filter(held -> held.reason() >= reason.atLeast()).isPresent();
            case Need.Ticket ticket ->
                Stream.concat(
                                steps.ticket().stream(),
                                grant.flatMap(Held::ticket).stream())
                        .anyMatch(text -> !text.isBlank() && ticket.form().matches(text));
            case Need.Approval approval -> grant.isPresent();
            case Need.BreakGlass glass -> grant.isPresent();
        };
    }

    private boolean isProved(Need.StepUp stepUp) {
        @Nullable Instant now = question.circumstances().time();
        return now != null
                && question.circumstances()
                        .steps()
                        .proved()
                        .filter(proved -> !proved.at().plus(stepUp.within()).isBefore(now))
                        .filter(proved -> stepUp.methods().isEmpty()
                                || stepUp.methods().contains(proved.method()))
                        .isPresent();
    }

    private static boolean isLongEnough(Need.Reason reason, Optional<String> given) {
        return given.filter(text -> Steps.length(text) >= reason.atLeast()).isPresent();
    }
}
