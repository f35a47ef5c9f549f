// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.foresight.Expectation.Invariant;
import dev.cofactor.engine.foresight.Expectation.Kind;
import dev.cofactor.engine.foresight.Expectation.On;
import dev.cofactor.engine.foresight.Expectation.Whom;
import dev.cofactor.engine.foresight.Expectations.Broken;
import dev.cofactor.engine.foresight.Expectations.Cause;
import dev.cofactor.engine.foresight.Expectations.Facts;
import dev.cofactor.engine.foresight.Outlook.Alike;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for a counterexample to an invariant: over all it is about, in every cell, what nobody could find out included. */
final class Never {
    private final Edition edition;
    private final Invariant never;
    private final Facts facts;
    private final Outlook outlook;
    private boolean exact = true;
    private int pairs;

    Never(Edition edition, Invariant never, Facts facts, Instant from) {
        this.edition = edition;
        this.never = never;
        this.facts = facts;
        this.outlook = new Outlook(from);
    }

    Optional<Broken> broken() {
        List<Seeker> seekers = seekers()
                .filter(seeker -> never.to().stream().anyMatch(whom -> means(whom, seeker)))
                .toList();
        List<Goal> goals = goals().toList();
        for (Verb verb : never.verbs()) {
            Optional<Broken> found = broken(verb, seekers, goals);
            if (found.isPresent()) {
                return found;
            }
        }
        return exact ? Optional.empty() : Optional.of(Broken.without(never, Cause.TOO_MUCH));
    }

    private Optional<Broken> broken(Verb verb, List<Seeker> seekers, List<Goal> goals) {
        List<Goal> asked =
                goals.stream().filter(goal -> Changes.isAsked(verb, goal)).toList();
        Alike alike = new Alike(List.of(edition), verb, asked);
        Set<Object> known = new HashSet<>();
        for (Goal goal : one(asked, alike::key)) {
            for (Seeker seeker : seekers) {
                List<Object> key = List.of(
                        alike.key(seeker),
                        alike.key(goal),
                        goal.seenBy(seeker.asker()).place());
                if (!known.add(key)) {
                    continue;
                }
                if (pairs++ >= Changes.MOST_PAIRS) {
                    exact = false;
                    return Optional.empty();
                }
                Optional<Broken> found = broken(verb, seeker, goal, alike);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static <T> List<T> one(List<T> all, Function<T, Object> key) {
        Set<Object> known = new HashSet<>();
        return all.stream().filter(each -> known.add(key.apply(each))).toList();
    }

    private Optional<Broken> broken(Verb verb, Seeker seeker, Goal goal, Alike alike) {
        Edition narrowed = alike.narrowed(edition);
        Claimed claimed = Outlook.claimed(seeker, verb, goal, Stream.of(narrowed));
        exact &= claimed.exact();
        for (Set<Subject.Claim> claims : claimed.all()) {
            Asker asker = seeker.showing(claims);
            var target = goal.seenBy(asker);
            Cells cells = outlook.cells(Outlook.mattering(narrowed, asker, verb, target));
            exact &= cells.exact();
            for (Circumstances here : cells.all()) {
                Question question = new Question(asker, verb, target, here);
                Decision answer = narrowed.decide(question);
                if (ways(answer).stream().anyMatch(this::isTooEasy)) {
                    return Optional.of(Broken.by(never, Cause.HAPPENS, question, answer));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Way> ways(Decision answer) {
        return switch (answer) {
            case Decision.Allow allow -> allow.ways();
            case Decision.Challenge challenge -> challenge.ways();
            case Decision.Deny deny -> List.of();
        };
    }

    private boolean isTooEasy(Way way) {
        Set<Kind> needs = way.needs().stream().map(Kind::of).collect(Collectors.toSet());
        return never.without().isEmpty() || !needs.containsAll(never.without());
    }

    /** All there are, and for each group somebody who stands in it alone: it may be empty today. */
    private Stream<Seeker> seekers() {
        List<Seeker> made = new ArrayList<>();
        for (Whom whom : never.to()) {
            Set<UUID> groups = groups(whom);
            made.add(Seeker.of(new Asker.Person(Expectations.NOBODY, groups, Credential.plain())));
            made.add(Seeker.of(new Asker.Service(Expectations.NOBODY, groups, Credential.plain())));
        }
        return Stream.concat(facts.seekers().stream(), made.stream());
    }

    private Set<UUID> groups(Whom whom) {
        UUID id = whom.id();
        if (whom.kind() != Whom.Kind.GROUP || id == null) {
            return Set.of();
        }
        Set<UUID> groups = new HashSet<>(facts.groupsAbove(id).orElse(Set.of()));
        groups.add(id);
        return groups;
    }

    private static boolean means(Whom whom, Seeker seeker) {
        Asker asker = seeker.asker();
        return switch (whom.kind()) {
            case PERSON, SERVICE, AGENT, GROUP -> names(whom, asker);
            case PEOPLE -> asker instanceof Asker.Person;
            case SERVICES -> asker instanceof Asker.Service;
            case AGENTS -> asker instanceof Asker.Agent;
            case ANYONE -> true;
        };
    }

    /** Of an agent it is enough that the person it acts for is meant. */
    private static boolean names(Whom whom, Asker asker) {
        UUID id = whom.id() == null ? Expectations.NOBODY : whom.id();
        return asker.sides().stream()
                .anyMatch(side -> whom.kind() == Whom.Kind.GROUP
                        ? side.groups().contains(id)
                        : side.id().equals(id));
    }

    private Stream<Goal> goals() {
        Stream<Goal> named = never.on().stream()
                .filter(on -> on.kind() == On.Kind.SECRET)
                .flatMap(on -> Stream.ofNullable(on.id()))
                .flatMap(id -> facts.secret(id).stream());
        return Stream.concat(facts.goals().stream(), named)
                .filter(goal -> never.on().stream().anyMatch(on -> means(on, goal)))
                .distinct();
    }

    private static boolean means(On on, Goal goal) {
        UUID id = on.id() == null ? Expectations.NOBODY : on.id();
        return switch (on.kind()) {
            case SECRET -> goal.resources().contains(new Resource.Secret(id));
            case FOLDER -> goal.resources().contains(new Resource.Folder(id));
            case TAG -> goal.resources().contains(new Resource.Tag(id));
            case TEMPLATE -> goal.resources().contains(new Resource.Template(id));
            case EVERYTHING -> true;
            case INSTALLATION -> false; // no invariant is read that names it
        };
    }
}
