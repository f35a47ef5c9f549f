// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.foresight.Changes.Move;
import dev.cofactor.engine.policy.Decision.Applied;
import dev.cofactor.engine.policy.Decision.Near;
import dev.cofactor.engine.policy.Decision.Trace;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The circumstances in which a question has to be asked so that no answer is missed. Remembers cells: many ask the same. */
final class Outlook {
    private static final Circumstances NOTHING_KNOWN = new Circumstances(null, null);

    private final Instant from;
    private final Map<Cells.Cut, Cells> known = new HashMap<>();

    Outlook(Instant from) {
        this.from = from;
    }

    Cells cells(Collection<Policy> mattering) {
        return known.computeIfAbsent(new Cells.Cut(mattering), cut -> cut.cells(from));
    }

    /**
     * Those policies that apply to this question in some circumstances. The engine says it itself: where neither time nor
     * address is known, whatever may be on is on or near, and what is off for a claim is off everywhere.
     */
    static Set<Policy> mattering(Edition edition, Asker asker, Verb verb, Target target) {
        Trace trace =
                edition.decide(new Question(asker, verb, target, NOTHING_KNOWN)).trace();
        Set<Policy> mattering = new LinkedHashSet<>();
        trace.applied().stream().map(Applied::policy).forEach(mattering::add);
        trace.near().stream().map(Near::but).map(Applied::policy).forEach(mattering::add);
        return mattering;
    }

    /** What could be vouched for of one whose claims are open; of all others what they have. */
    static Claimed claimed(Seeker seeker, Verb verb, Goal goal, Stream<Edition> editions) {
        if (seeker.openTo().isEmpty()) {
            return Claimed.of(Set.of(), List.of());
        }
        var resources = goal.resources();
        List<Policy> policies = editions.flatMap(edition -> edition.policies().policies().stream())
                .filter(policy -> policy.isActive() && policy.actions().contains(verb))
                .filter(policy -> !Collections.disjoint(policy.on(), resources))
                .distinct()
                .toList();
        return Claimed.of(seeker.openTo(), policies);
    }

    /**
     * What tells askers and goals apart: the subjects and resources that policies of one verb name. Those whom no policy tells apart
     * have one answer, and are asked for once.
     */
    static final class Alike {
        private final Set<Subject> subjects = new HashSet<>();
        private final Set<UUID> groups = new HashSet<>();
        private final Set<Resource> resources = new HashSet<>();
        private final Map<Edition, Edition> narrowed = new HashMap<>();

        /** @param goals what it is about; policies that mean none of them tell nobody apart */
        Alike(Collection<Edition> editions, Verb verb, Collection<Goal> goals) {
            Set<Resource> asked = new HashSet<>();
            goals.forEach(goal -> asked.addAll(goal.resources()));
            for (Edition edition : editions) {
                List<Policy> met = edition.policies().policies().stream()
                        .filter(policy -> policy.isActive() && policy.actions().contains(verb))
                        .filter(policy -> !Collections.disjoint(policy.on(), asked))
                        .toList();
                met.forEach(policy -> add(policy, asked));
                narrowed.computeIfAbsent(edition, e -> Edition.of(edition.number(), new PolicySet(met)));
            }
        }

        private void add(Policy policy, Set<Resource> asked) {
            policy.on().stream().filter(asked::contains).forEach(resources::add);
            subjects.addAll(policy.to());
            policy.to().forEach(subject -> {
                if (subject instanceof Subject.Group group) {
                    groups.add(group.id());
                }
            });
        }

        /** The same answers to these questions, found sooner. */
        Edition narrowed(Edition edition) {
            return narrowed.getOrDefault(edition, edition);
        }

        /** With those groups alone that are named: he has the same answers. */
        Seeker narrowed(Seeker seeker) {
            Asker asker = switch (seeker.asker()) {
                case Asker.Person one -> narrowed(one);
                case Asker.Service one -> new Asker.Service(one.id(), named(one), one.credential());
                case Asker.Agent one ->
                    new Asker.Agent(one.id(), named(one), one.credential(), narrowed(one.actsFor()));
            };
            return new Seeker(asker, seeker.openTo());
        }

        private Asker.Person narrowed(Asker.Person one) {
            return new Asker.Person(one.id(), named(one), one.credential());
        }

        private Set<UUID> named(Asker side) {
            return side.groups().stream().filter(groups::contains).collect(Collectors.toSet());
        }

        /** Equal for those who have the same answer. */
        Object key(Seeker seeker) {
            List<Object> key = new ArrayList<>();
            for (Asker side : seeker.asker().sides()) {
                key.add(side.getClass());
                key.add(subjects.contains(side.self()) ? side.id() : "unnamed");
                key.add(named(side));
                key.add(side.credential());
            }
            key.add(seeker.openTo());
            return key;
        }

        /** Equal for those that are the same to whoever asks. */
        Object key(Goal goal) {
            Set<Resource> named = goal.resources();
            named.retainAll(resources);
            return new Place(named, goal.target().secret() != null, goal.owner());
        }

        private record Place(
                Set<Resource> named,
                boolean isSecret,
                @Nullable UUID owner) {}
    }

    /**
     * Policies by what they are on, so that a goal is not held against each of ten thousand. They are told apart as objects: to
     * compare what they say would cost more than to ask them.
     */
    static final class Reach {
        private final Map<Resource, List<Policy>> byResource = new HashMap<>();

        Reach(Collection<Policy> policies) {
            for (Policy policy : policies) {
                policy.on()
                        .forEach(resource -> byResource
                                .computeIfAbsent(resource, r -> new ArrayList<>())
                                .add(policy));
            }
        }

        /** Those that mean it where it was or where it is. */
        Set<Policy> reaching(Move move) {
            Set<Resource> on = move.before().resources();
            on.addAll(move.after().resources());
            Set<Policy> reaching = Collections.newSetFromMap(new IdentityHashMap<>());
            on.forEach(resource -> reaching.addAll(byResource.getOrDefault(resource, List.of())));
            return reaching;
        }
    }
}
