// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A question, but for one thing: a step is taken, somebody else asks, it lies elsewhere. */
final class Taken {
    static final Subject.Person ALMIGHTY = new Subject.Person(Dice.id(1, 1_000));

    private static final UUID GRANT = Dice.id(12, 1_000);

    private Taken() {}

    static Question in(Question question, Circumstances circumstances) {
        return new Question(question.asker(), question.verb(), question.target(), circumstances);
    }

    static Question ungranted(Question question) {
        Steps had = question.circumstances().steps();
        Steps left = new Steps(had.proved(), had.reason(), had.ticket(), List.of());
        return in(question, question.circumstances().with(left));
    }

    static Question by(Question question, Asker asker) {
        return new Question(asker, question.verb(), question.target(), question.circumstances());
    }

    static Question at(Question question, Place place) {
        Target had = question.target();
        Target target = new Target(had.secret(), had.folders(), had.tags(), had.template(), place);
        return new Question(question.asker(), question.verb(), target, question.circumstances());
    }

    /** With the person's own credential, so that nothing but rights is added and nothing but bonds taken away. */
    static Asker forAlmighty(Asker.Agent agent) {
        return new Asker.Agent(
                agent.id(),
                agent.groups(),
                agent.credential(),
                new Asker.Person(ALMIGHTY.id(), Set.of(), agent.actsFor().credential()));
    }

    static Question all(Question question, Way way) {
        Question now = question;
        for (Need step : way.missing()) {
            now = step(now, way, step);
        }
        return now;
    }

    static Question step(Question question, Way way, Need need) {
        Circumstances now = question.circumstances();
        Steps had = now.steps();
        Steps steps = switch (need) {
            case Need.StepUp stepUp ->
                now.time() == null
                        ? had
                        : new Steps(
                                Optional.of(new Steps.Proved(now.time(), method(stepUp))),
                                had.reason(),
                                had.ticket(),
                                had.held());
            case Need.Reason reason ->
                new Steps(had.proved(), Optional.of("x".repeat(reason.atLeast())), had.ticket(), had.held());
            case Need.Ticket ticket -> new Steps(had.proved(), had.reason(), Optional.of(fitting(way)), had.held());
            case Need.Approval approval -> granted(had, way);
            case Need.BreakGlass glass -> granted(had, way);
        };
        return in(question, now.with(steps));
    }

    private static Steps granted(Steps had, Way way) {
        List<Steps.Held> held = new ArrayList<>(had.held());
        held.add(new Steps.Held(GRANT, way.clause().orElseThrow()));
        return new Steps(had.proved(), had.reason(), had.ticket(), held);
    }

    /** What the way says it is taken with. */
    static Optional<Steps.Held> held(Question question, Way way) {
        return question.circumstances().steps().held().stream()
                .filter(held -> way.grant().equals(Optional.of(held.grant())))
                .findFirst();
    }

    private static Need.Method method(Need.StepUp stepUp) {
        return stepUp.methods().stream().findFirst().orElse(Need.Method.PASSWORD);
    }

    /** One ticket for all forms of the way. */
    private static String fitting(Way way) {
        List<String> forms = Way.kind(way.needs(), Need.Ticket.class).stream()
                .map(Need.Ticket::form)
                .map(Glob::text)
                .toList();
        String begin = "";
        String end = "";
        for (String form : forms) {
            int star = form.indexOf('*');
            if (star < 0) {
                return form;
            }
            begin = star > begin.length() ? form.substring(0, star) : begin;
            end = form.length() - star - 1 > end.length() ? form.substring(star + 1) : end;
        }
        return begin + "x" + end;
    }

    /** Somebody else's time weighs more than one's own, and an emergency more than all. */
    static int cost(Way way) {
        return way.missing().stream()
                .mapToInt(need -> switch (Objects.requireNonNull(need)) {
                    case Need.Reason reason -> 1;
                    case Need.Ticket ticket -> 10;
                    case Need.StepUp stepUp -> 100;
                    case Need.Approval approval -> 1_000 * approval.quorum();
                    case Need.BreakGlass glass -> 1_000_000;
                })
                .sum();
    }
}
