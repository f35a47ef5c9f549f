// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Quorum;
import dev.cofactor.engine.foresight.Lints.Code;
import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What looks like a mistake once one knows who there is: whom policies reach, and who could approve. */
final class PeopleLints {
    /** Stands for whoever is somebody's manager: that he has one is all that is taken for granted. */
    private static final UUID A_MANAGER = new UUID(0, 1);

    private final List<Policy> policies;
    private final Collection<Seeker> seekers;
    private final Map<Subject, List<Seeker>> bySubject = new HashMap<>();
    private final Map<UUID, Set<UUID>> people = new HashMap<>();
    private final Set<UUID> active = new HashSet<>();
    private final Set<UUID> deciding;

    PeopleLints(List<Policy> policies, Collection<Seeker> seekers, Instant now) {
        this.policies = policies;
        this.seekers = seekers;
        for (Seeker seeker : seekers) {
            Set<Subject> subjects = new HashSet<>();
            seeker.asker().sides().forEach(side -> subjects.addAll(side.subjects()));
            subjects.forEach(subject ->
                    bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(seeker));
            if (seeker.asker() instanceof Asker.Person person) {
                active.add(person.id());
                person.groups()
                        .forEach(group -> people.computeIfAbsent(group, g -> new HashSet<>())
                                .add(person.id()));
            }
        }
        this.deciding = deciding(policies, seekers, now);
    }

    private static Set<UUID> deciding(List<Policy> policies, Collection<Seeker> seekers, Instant now) {
        Edition edition = Edition.of(0, new PolicySet(policies));
        Set<UUID> deciding =
                WhoCan.of(edition, seekers, Verb.APPROVAL_DECIDE, Goal.shared(Target.installation()), now).stream()
                        .filter(reach -> reach.extent() != WhoCan.Reach.Extent.NEVER)
                        .map(reach -> reach.who().id())
                        .collect(Collectors.toSet());
        deciding.add(A_MANAGER);
        return deciding;
    }

    void add(List<Lint> found) {
        for (Policy policy : policies) {
            Set<Seeker> asking = asking(policy);
            if (asking.isEmpty() && policy.to().stream().allMatch(this::isKnown)) {
                found.add(new Lint(policy.id(), "/to", Code.REACHES_NOBODY, "is about nobody who is there"));
            }
            machines(policy, found);
            List<Need.Approval> approvals = policy.clauses().needs().stream()
                    .filter(Need.Approval.class::isInstance)
                    .map(Need.Approval.class::cast)
                    .toList();
            if (!approvals.isEmpty() && !asking.isEmpty()) {
                approvals(policy, approvals, asking, found);
            }
        }
    }

    /** Which tokens there are, and what issuers may say of whom, is not known of everybody. */
    private boolean isKnown(Subject subject) {
        return switch (subject) {
            case Subject.Token token -> false;
            case Subject.Claim claim -> false;
            case Subject.Person person -> true;
            case Subject.Group group -> true;
            case Subject.Service service -> true;
            case Subject.Agent agent -> true;
            case Subject.Anyone anyone -> true;
        };
    }

    private Set<Seeker> asking(Policy policy) {
        if (policy.to().contains(new Subject.Anyone())) {
            return new LinkedHashSet<>(seekers);
        }
        Set<Seeker> asking = new LinkedHashSet<>();
        policy.to().forEach(to -> asking.addAll(bySubject.getOrDefault(to, List.of())));
        return asking;
    }

    /** Whoever is about anyone means people as well, so it is no mistake there. */
    private void machines(Policy policy, List<Lint> found) {
        boolean stepUp = policy.clauses().needs().stream().anyMatch(Need.StepUp.class::isInstance);
        if (!stepUp) {
            return;
        }
        String sentence = "means services or agents, and needs that somebody proves who he is, which they never can";
        Lints.place("to", policy.to(), this::meansMachines)
                .forEach(place -> found.add(new Lint(policy.id(), place, Code.MACHINE_CANNOT_MEET, sentence)));
    }

    private boolean meansMachines(Subject subject) {
        return switch (subject) {
            case Subject.Service service -> true;
            case Subject.Agent agent -> true;
            case Subject.Group group ->
                bySubject.getOrDefault(group, List.of()).stream()
                        .anyMatch(seeker -> !(seeker.asker() instanceof Asker.Person)
                                && seeker.asker().groups().contains(group.id()));
            case Subject.Person person -> false;
            case Subject.Token token -> false;
            case Subject.Claim claim -> false;
            case Subject.Anyone anyone -> false;
        };
    }

    private void approvals(Policy policy, List<Need.Approval> approvals, Set<Seeker> asking, List<Lint> found) {
        Map<Need.Approval, Set<UUID>> named = new HashMap<>();
        approvals.forEach(approval -> named.put(approval, named(approval)));
        Set<UUID> all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        String place = Lints.place("needs", policy.clauses().needs(), Need.Approval.class::isInstance)
                .findFirst()
                .orElseThrow();
        Set<UUID> able = new HashSet<>(all);
        able.retainAll(deciding);
        Set<Asks> ways = asking.stream().map(seeker -> asks(seeker, all)).collect(Collectors.toSet());
        if (!ways.stream().allMatch(asks -> isEnough(named, all, asks))) {
            found.add(new Lint(
                    policy.id(),
                    place,
                    Code.QUORUM_TOO_LARGE,
                    "wants more to approve than there are, for some who ask: nobody approves for himself"));
        } else if (!ways.stream().allMatch(asks -> isEnough(named, able, asks))) {
            found.add(new Lint(
                    policy.id(),
                    place,
                    Code.APPROVERS_CANNOT_DECIDE,
                    "names approvers of whom too few may decide: they need approval.decide"));
        }
        if (doAllAsk(policy, all, asking)) {
            found.add(new Lint(
                    policy.id(),
                    place,
                    Code.APPROVERS_ALL_ASK,
                    "is approved only by those who ask for it: they approve for each other"));
        }
    }

    /** Of what anyone needs, whoever approves may ask, too. */
    private static boolean doAllAsk(Policy policy, Set<UUID> all, Set<Seeker> asking) {
        Set<UUID> people = asking.stream().map(Seeker::id).collect(Collectors.toSet());
        return policy.effect() == Effect.ALLOW
                && !policy.to().contains(new Subject.Anyone())
                && !all.isEmpty()
                && people.containsAll(all);
    }

    /** Which approvers one who asks takes away, and whether a manager may be taken for granted: a service has none. */
    private record Asks(Set<UUID> himself, boolean managed) {}

    private static Asks asks(Seeker seeker, Set<UUID> all) {
        List<Asker> sides = seeker.asker().sides();
        return new Asks(
                sides.stream().map(Asker::id).filter(all::contains).collect(Collectors.toSet()),
                sides.stream().anyMatch(Asker.Person.class::isInstance));
    }

    /** If all of these say yes. */
    private static boolean isEnough(Map<Need.Approval, Set<UUID>> named, Set<UUID> yes, Asks asks) {
        return Quorum.isMet(
                named.keySet(),
                yes,
                (person, approval) -> !asks.himself().contains(person)
                        && (asks.managed() || !person.equals(A_MANAGER))
                        && named.getOrDefault(approval, Set.of()).contains(person));
    }

    private Set<UUID> named(Need.Approval approval) {
        Set<UUID> named = new HashSet<>();
        for (Approver approver : approval.of()) {
            switch (approver) {
                case Approver.Group group -> named.addAll(people.getOrDefault(group.id(), Set.of()));
                case Approver.Person person -> {
                    if (active.contains(person.id())) {
                        named.add(person.id());
                    }
                }
                case Approver.Manager manager -> named.add(A_MANAGER);
            }
        }
        return named;
    }
}
