// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Weighs a change before and after it is done, in its own transaction: what is read is what will be. */
@ApplicationScoped
public class Scales {
    /** By these somebody changes what others may, so whoever else holds one decides about such changes. */
    private static final Set<Verb> GUARDS = EnumSet.of(
            Verb.POLICY_EDIT,
            Verb.PEOPLE_EDIT,
            Verb.MACHINE_EDIT,
            Verb.FACTOR_RESET,
            Verb.FOLDER_EDIT,
            Verb.SECRET_MOVE,
            Verb.SECRET_TAG,
            Verb.SECRET_DELETE);

    /** Those of them that somebody holds over everything: by these alone saves are weighed, whoever else may lose them. */
    private static final Set<Verb> HIGH =
            EnumSet.of(Verb.POLICY_EDIT, Verb.PEOPLE_EDIT, Verb.MACHINE_EDIT, Verb.FACTOR_RESET);

    private final Authors authors;
    private final Things things;
    private final People people;
    private final Groups groups;
    private final Clock clock;

    Scales(Authors authors, Things things, People people, Groups groups, Clock clock) {
        this.authors = authors;
        this.things = things;
        this.people = people;
        this.groups = groups;
        this.clock = clock;
    }

    /** @param guards who of those that are taken away could have decided what */
    public record Before(Side side, Map<UUID, Set<Verb>> guards) {}

    public Before before(Author author, Edition edition, Watch watch) {
        List<Seeker> seekers = authors.seekers(author, Optional.empty(), Optional.empty());
        return new Before(
                new Side(seekers, edition, moving(watch)),
                watch.away()
                        .map(gone -> guards(gone, seekers, edition))
                        .or(() -> watch.rules().map(next -> outvoted(next, seekers, edition)))
                        .orElse(Map.of()));
    }

    public List<Gain> gained(Author author, Before before, Watch watch) {
        Edition then = watch.rules()
                .map(rules -> Edition.of(before.side().edition().number() + 1, rules))
                .orElse(before.side().edition());
        List<Seeker> seekers = authors.seekers(author, watch.shown(), watch.brought());
        Side after = new Side(seekers, then, moving(watch));
        List<Gain> gains = new ArrayList<>(gains(before.side(), after, watch));
        before.guards().forEach((person, verbs) -> gains.addAll(lost(person, verbs, seekers, then, watch)));
        return gains;
    }

    private List<Gain> gains(Side before, Side after, Watch watch) {
        if (watch.things().isPresent()) {
            return before.gains(after, clock.instant());
        }
        if (before.isLike(after)) {
            return List.of();
        }
        List<Thing> all = things.all(List.of(before.edition(), after.edition()));
        return new Side(before.seekers(), before.edition(), all)
                .gains(new Side(after.seekers(), after.edition(), all), clock.instant());
    }

    private static List<Thing> moving(Watch watch) {
        return watch.things().map(Supplier::get).orElse(List.of());
    }

    /** Active people alone: whoever is not active decides nothing. The author may take away himself. */
    private Map<UUID, Set<Verb>> guards(UUID gone, List<Seeker> author, Edition edition) {
        return people.activeAmong(List.of(gone)).stream()
                .filter(person -> author.stream().noneMatch(one -> one.id().equals(person)))
                .collect(Collectors.toMap(Function.identity(), person -> guarding(person, author, edition)));
    }

    /** By other rules, too, those can be taken away who could have decided. Few hold such rights, and few saves touch them. */
    private Map<UUID, Set<Verb>> outvoted(PolicySet next, List<Seeker> author, Edition edition) {
        Map<UUID, Set<Verb>> guards = new TreeMap<>();
        for (Verb verb : HIGH) {
            if (about(verb, edition.policies()).equals(about(verb, next)) || !holdsOverall(author, verb, edition)) {
                continue;
            }
            people.activeAmong(Editors.named(edition.policies(), verb)).stream()
                    .filter(person -> author.stream().noneMatch(one -> one.id().equals(person)))
                    .filter(person -> holdsOverall(List.of(guard(person)), verb, edition))
                    .forEach(person -> guards.computeIfAbsent(person, one -> EnumSet.noneOf(Verb.class))
                            .add(verb));
        }
        return guards;
    }

    private static Set<Policy> about(Verb verb, PolicySet policies) {
        return policies.policies().stream()
                .filter(policy -> policy.isActive() && policy.actions().contains(verb))
                .collect(Collectors.toSet());
    }

    private boolean holdsOverall(List<Seeker> seekers, Verb verb, Edition edition) {
        return seekers.stream().anyMatch(one -> holds(one, verb, Thing.installation(), edition));
    }

    private Seeker guard(UUID person) {
        return Seeker.of(new Asker.Person(person, groups.of(person), Credential.plain()));
    }

    /** What both hold on the same: where the author has no right, nobody stands in his way. */
    private Set<Verb> guarding(UUID person, List<Seeker> author, Edition edition) {
        Seeker guard = guard(person);
        List<Thing> places = things.shared();
        return GUARDS.stream()
                .filter(verb -> isMeant(guard, verb, edition))
                .filter(verb -> author.stream().anyMatch(one -> isMeant(one, verb, edition)))
                .filter(verb -> places.stream()
                        .anyMatch(place -> holds(guard, verb, place, edition)
                                && author.stream().anyMatch(one -> holds(one, verb, place, edition))))
                .collect(Collectors.toSet());
    }

    /** Most people are meant by nothing but the policy for their own folders: of them nothing more is asked. */
    private static boolean isMeant(Seeker seeker, Verb verb, Edition edition) {
        return edition.policies().policies().stream()
                .filter(policy -> policy.isActive() && policy.effect() == Effect.ALLOW)
                .filter(policy -> policy.actions().contains(verb))
                .filter(policy -> policy.on().stream().anyMatch(on -> !(on instanceof Resource.OwnPersonalFolder)))
                .anyMatch(policy -> seeker.isMeantBy(policy.to()));
    }

    private boolean holds(Seeker seeker, Verb verb, Thing place, Edition edition) {
        return Holding.any(seeker, verb, place.goal(), edition, clock.instant());
    }

    /** Of those who are not gone altogether: what they hold afterwards. */
    private Set<Verb> left(UUID person, List<Seeker> author, Edition edition, Watch watch) {
        if (watch.rules().isPresent()) {
            List<Seeker> guard = List.of(guard(person));
            return HIGH.stream()
                    .filter(verb -> holdsOverall(guard, verb, edition))
                    .collect(Collectors.toSet());
        }
        boolean still = watch.leaving() && !people.activeAmong(List.of(person)).isEmpty();
        return still ? guarding(person, author, edition) : Set.of();
    }

    /** Whoever loses something and holds the same through something else is still there to object. */
    private List<Gain> lost(UUID person, Set<Verb> verbs, List<Seeker> author, Edition edition, Watch watch) {
        Set<Verb> left = left(person, author, edition, watch);
        return verbs.stream()
                .filter(verb -> !left.contains(verb))
                .sorted()
                .map(verb -> new Gain(Gain.Sort.PERSON, verb.code(), person))
                .toList();
    }
}
