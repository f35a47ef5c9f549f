// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.util.Comparator.comparing;

import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Joined;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.clauses.Steps.Held;
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
            .thenComparing(Way::through, Ways::byIds);

    private final Question question;
    private final List<Policy> required;

    private final ClauseHashes hashes;

    Ways(Question question, List<Policy> required, ClauseHashes hashes) {
        this.question = question;
        this.required = required;
        this.hashes = hashes;
    }

    /**
     * @param allowing the allows of each side
     * @return the cheapest first; empty where none can be met
     */
    List<Way> of(List<List<Policy>> allowing) {
        List<List<Policy>> combined = List.of(List.of());
        for (List<Policy> allows : allowing) {
            combined = with(combined, different(allows));
        }
        List<Way> ways = new ArrayList<>();
        for (List<Policy> through : combined) {
            way(through).ifPresent(ways::add);
        }
        ways.sort(ORDER);
        return ways.size() > MOST ? ways.subList(0, MOST) : ways;
    }

    private static List<List<Policy>> with(List<List<Policy>> combined, List<Policy> allows) {
        List<List<Policy>> all = new ArrayList<>(combined.size() * allows.size());
        for (List<Policy> some : combined) {
            for (Policy one : allows) {
                List<Policy> through = new ArrayList<>(some);
                through.add(one);
                all.add(through);
            }
        }
        return all;
    }

    private static int byIds(List<Policy> one, List<Policy> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).id().compareTo(other.get(i).id());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Of many allows that ask the same, one stands for all: of an agent's question each is combined with each. */
    private List<Policy> different(List<Policy> allows) {
        if (!question.verb().isRecorded()) {
            return allows.subList(0, 1);
        }
        List<Policy> kept = new ArrayList<>();
        for (Policy one : allows) {
            boolean said = one.clauses().limits().isEmpty() && kept.stream().anyMatch(other -> asksTheSame(one, other));
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

    /** What leaves no record asks for conditions alone: nobody steps up to see a list. */
    private Optional<Way> way(List<Policy> through) {
        if (!question.verb().isRecorded()) {
            return Optional.of(free(through));
        }
        Set<Policy> all = new LinkedHashSet<>(through);
        all.addAll(required);
        List<Need> asked = new ArrayList<>();
        List<Charge> charges = new ArrayList<>();
        Set<Duty> duties = new LinkedHashSet<>();
        for (Policy policy : all) {
            asked.addAll(policy.clauses().needs());
            policy.clauses().limits().forEach(limit -> charges.add(new Charge(policy.id(), limit)));
            duties.addAll(policy.clauses().then());
        }
        return Joined.of(asked)
                .filter(this::canBeMet)
                .filter(this::isEnough)
                .map(needs -> way(through, needs, charges, duties));
    }

    /** To the last backup codes only those ways lead on which others agree, or on which all hear of it. */
    private boolean isEnough(List<Need> needs) {
        boolean last =
                question.verb() == Verb.BACKUP_CODE_TAKE && question.target().lastCodes();
        return !last
                || needs.stream().anyMatch(need -> need instanceof Need.Approval || need instanceof Need.BreakGlass);
    }

    private static Way free(List<Policy> through) {
        return new Way(through, List.of(), List.of(), Set.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private Way way(List<Policy> through, List<Need> needs, List<Charge> charges, Set<Duty> duties) {
        Optional<String> clause = hashes.of(needs);
        Optional<Held> grant = clause.flatMap(this::held);
        List<Need> missing = new ArrayList<>();
        for (Need need : needs) {
            if (!isMet(need, grant)) {
                missing.add(need);
            }
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
        boolean person = question.asker() instanceof Asker.Person;
        boolean secret = question.target().secret() != null;
        for (Need need : needs) {
            boolean possible = switch (need) {
                case Need.StepUp stepUp -> person;
                case Need.Approval approval -> secret;
                case Need.BreakGlass glass -> secret;
                case Need.Reason reason -> true;
                case Need.Ticket ticket -> true;
            };
            if (!possible) {
                return false;
            }
        }
        return true;
    }

    /** What was said when it was asked for needs not be said again. */
    private boolean isMet(Need need, Optional<Held> grant) {
        Steps steps = question.circumstances().steps();
        return switch (need) {
            case Need.StepUp stepUp -> isProved(stepUp);
            case Need.Reason reason ->
                isLongEnough(reason, steps.reason())
                        || grant.filter(held -> held.reason() >= reason.atLeast())
                                .isPresent();
            case Need.Ticket ticket ->
                Stream.concat(steps.ticket().stream(), grant.flatMap(Held::ticket).stream())
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
                        .filter(proved ->
                                stepUp.methods().isEmpty() || stepUp.methods().contains(proved.method()))
                        .isPresent();
    }

    private static boolean isLongEnough(Need.Reason reason, Optional<String> given) {
        return given.filter(text -> Steps.length(text) >= reason.atLeast()).isPresent();
    }
}
