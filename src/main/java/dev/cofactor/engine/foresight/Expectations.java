// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.foresight.Expectation.As;
import dev.cofactor.engine.foresight.Expectation.Because;
import dev.cofactor.engine.foresight.Expectation.Expected;
import dev.cofactor.engine.foresight.Expectation.Here;
import dev.cofactor.engine.foresight.Expectation.Invariant;
import dev.cofactor.engine.foresight.Expectation.Kind;
import dev.cofactor.engine.foresight.Expectation.On;
import dev.cofactor.engine.foresight.Expectation.Test;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what is expected against an edition. */
public final class Expectations {
    /** Of whoever is nobody in particular. No actor has it. */
    static final UUID NOBODY = new UUID(0, 0);

    private Expectations() {}

    /** What the expectations do not say themselves. */
    public interface Facts {
        /** In which this actor stands, through however many between; nothing where he is not there. */
        Optional<Set<UUID>> groupsOf(UUID actor);

        /** In which this group stands, itself included; nothing where it is not there. */
        Optional<Set<UUID>> groupsAbove(UUID group);

        Optional<Goal> secret(UUID id);

        Optional<Goal> folder(UUID id);

        /** Everybody who could ask: of them an invariant holds. */
        List<Seeker> seekers();

        /** Everything that could be asked for: of it an invariant holds. */
        List<Goal> goals();
    }

    public enum Cause {
        /** The test's question has another answer. */
        ANOTHER_ANSWER,
        /** Who asks in the test, one of his groups, or what it is about is not there. */
        NOT_THERE,
        /** What should never be is, in the counterexample. */
        HAPPENS,
        /** It could not be found out: there is more to look at than is looked at. */
        TOO_MUCH
    }

    /**
     * An expectation that is not met.
     *
     * @param question the test's, or a counterexample
     * @param answer to it
     */
    public record Broken(Expectation expectation, Cause cause, Optional<Question> question, Optional<Decision> answer) {
        static Broken without(Expectation expectation, Cause cause) {
            return new Broken(expectation, cause, Optional.empty(), Optional.empty());
        }

        static Broken by(Expectation expectation, Cause cause, Question question, Decision answer) {
            return new Broken(expectation, cause, Optional.of(question), Optional.of(answer));
        }
    }

    /**
     * @param from the moment from which on invariants are looked at
     * @return those that are not met, each with one counterexample; none of what is met
     */
    public static List<Broken> broken(
            Edition edition, Collection<Expectation> expectations, Facts facts, Instant from) {
        return expectations.stream()
                .flatMap(one -> switch (one) {
                    case Test test -> broken(edition, test, facts).stream();
                    case Invariant never -> new Never(edition, never, facts, from).broken().stream();
                })
                .toList();
    }

    private static Optional<Broken> broken(Edition edition, Test test, Facts facts) {
        Optional<Asker> asker = asker(test.as(), facts);
        Optional<Goal> goal = goal(test.on(), facts);
        if (asker.isEmpty() || goal.isEmpty()) {
            return Optional.of(Broken.without(test, Cause.NOT_THERE));
        }
        Target target = goal.get().seenBy(asker.get());
        Question question = new Question(asker.get(), test.verb(), target, circumstances(test.here()));
        Decision answer = edition.decide(question);
        return isAs(answer, test.expected())
                ? Optional.empty()
                : Optional.of(Broken.by(test, Cause.ANOTHER_ANSWER, question, answer));
    }

    private static Optional<Asker> asker(As as, Facts facts) {
        UUID id = as.id();
        Set<UUID> groups = new HashSet<>();
        Optional<Set<UUID>> own = id == null ? Optional.of(Set.of()) : facts.groupsOf(id);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        groups.addAll(own.get());
        for (UUID group : as.groups()) {
            Optional<Set<UUID>> above = facts.groupsAbove(group);
            if (above.isEmpty()) {
                return Optional.empty();
            }
            groups.addAll(above.get());
            groups.add(group);
        }
        UUID who = id == null ? NOBODY : id;
        return Optional.of(
                switch (as.kind()) {
                    case PERSON -> new Asker.Person(who, groups, Credential.plain());
                    case SERVICE -> new Asker.Service(who, groups, Credential.plain());
                });
    }

    private static Optional<Goal> goal(On on, Facts facts) {
        UUID id = on.id() == null ? NOBODY : on.id();
        return switch (on.kind()) {
            case SECRET -> facts.secret(id);
            case FOLDER -> facts.folder(id);
            case TEMPLATE -> Optional.of(Goal.shared(Target.template(id)));
            case INSTALLATION -> Optional.of(Goal.shared(Target.installation()));
            case TAG, EVERYTHING -> Optional.empty(); // no test is read that names one
        };
    }

    private static Circumstances circumstances(Here here) {
        Instant time = here.time().atZone(here.zone()).toInstant();
        Optional<Steps.Proved> proved =
                here.proved().map(proof -> new Steps.Proved(time.minus(proof.ago()), proof.by()));
        return new Circumstances(time, here.address(), new Steps(proved, here.reason(), here.ticket(), List.of()));
    }

    private static boolean isAs(Decision answer, Expected expected) {
        return switch (answer) {
            case Decision.Allow allow -> expected.answer() == Expectation.Answer.ALLOW;
            case Decision.Challenge challenge ->
                expected.answer() == Expectation.Answer.CHALLENGE && asks(challenge, expected.needs());
            case Decision.Deny deny -> expected.answer() == Expectation.Answer.DENY && isFor(deny, expected);
        };
    }

    private static boolean asks(Decision.Challenge challenge, Set<Kind> kinds) {
        return kinds.isEmpty()
                || challenge.ways().stream()
                        .anyMatch(way -> way.missing().stream()
                                .map(Kind::of)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)))
                                .equals(kinds));
    }

    /** A deny is for its conditions because they hold, an allow that does not apply because they do not. */
    private static boolean isFor(Decision.Deny deny, Expected expected) {
        Stream<Why> denying = deny.trace().denying().stream()
                .map(policy -> new Why(policy, policy.clauses().when()));
        Stream<Why> near =
                deny.trace().near().stream().map(one -> new Why(one.but().policy(), one.unmet()));
        return (expected.by() == null && expected.because().isEmpty())
                || Stream.concat(denying, near)
                        .filter(why ->
                                expected.by() == null || why.policy().id().equals(expected.by()))
                        .anyMatch(why -> expected.because().isEmpty()
                                || why.conditions().stream()
                                        .map(Expectations::because)
                                        .anyMatch(expected.because().get()::equals));
    }

    private record Why(Policy policy, Collection<Condition> conditions) {}

    private static Because because(Condition condition) {
        return switch (condition) {
            case Condition.Network network -> Because.NETWORK;
            case Condition.Hours hours -> Because.HOURS;
            case Condition.Dates dates -> Because.DATES;
            case Condition.TokenClaim claim -> Because.CLAIM;
            case Condition.Not not -> because(not.of());
        };
    }
}
