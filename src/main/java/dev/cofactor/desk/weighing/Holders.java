// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.desk.weighing.Past.Ruled;
import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import dev.cofactor.ledger.rulebook.Rulebook;
import dev.cofactor.ledger.rulebook.RulebookUntrue;
import dev.cofactor.ledger.rulebook.Saving;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who else holds a right, or did lately: whoever could be, or could have been, the second person. */
@ApplicationScoped
@Transactional
public class Holders {
    /** Longer than anybody's holidays are no reason; shorter, and whoever takes a right away need only wait. */
    static final Duration LATELY = Duration.ofDays(7);

    private static final UUID NOBODYS = new UUID(0, 0);

    private final People people;
    private final Groups groups;
    private final Machines machines;
    private final Rulebook rulebook;
    private final Records records;
    private final Clock clock;

    Holders(People people, Groups groups, Machines machines, Rulebook rulebook, Records records, Clock clock) {
        this.people = people;
        this.groups = groups;
        this.machines = machines;
        this.rulebook = rulebook;
        this.records = records;
        this.clock = clock;
    }

    /** Active, and none of these. */
    public List<UUID> others(Set<UUID> than, Verb verb, Target target, Edition edition) {
        return people.activeAmong(Editors.named(edition.policies(), verb)).stream()
                .filter(person -> !than.contains(person))
                .filter(person -> holds(person, verb, target, edition))
                .toList();
    }

    private boolean holds(UUID person, Verb verb, Target target, Edition edition) {
        Asker asker = new Asker.Person(person, groups.of(person), Credential.plain());
        return Holding.any(asker, verb, goal(target), edition, clock.instant());
    }

    /** Whether somebody, or a service, is active and holds it, be it only at times. */
    public boolean holds(UUID id, boolean machine, Verb verb, Target target, Edition edition) {
        return machine
                ? machines.find(id).filter(Service::active).isPresent()
                        && Holding.any(
                                new Asker.Service(id, groups.of(id), Credential.plain()),
                                verb,
                                goal(target),
                                edition,
                                clock.instant())
                : people.find(id).filter(Person::active).isPresent() && holds(id, verb, target, edition);
    }

    /** Whether nobody else has held it for so long. Whoever is suspended counts as if he were not. */
    public boolean isNobodyElse(Set<UUID> than, Verb verb, Target target, Edition edition) {
        if (!others(than, verb, target, edition).isEmpty()) {
            return false;
        }
        List<UUID> candidates = people.all().stream()
                .filter(person -> person.state() != Person.State.INVITED)
                .map(Person::id)
                .filter(person -> !than.contains(person))
                .toList();
        return candidates.isEmpty() || !past(edition).held(candidates, verb, goal(target));
    }

    private Past past(Edition edition) {
        Instant from = clock.instant().minus(LATELY);
        return new Past(from, groups.stoodSince(from), ruledSince(from, edition));
    }

    private List<Ruled> ruledSince(Instant from, Edition newest) {
        List<Ruled> ruled = new ArrayList<>();
        Edition edition = newest;
        Instant since = since(edition);
        ruled.add(new Ruled(since, edition));
        while (since.isAfter(from) && edition.number() > 1) {
            edition = rulebook.read(edition.number() - 1, this::recorded);
            since = since(edition);
            ruled.add(new Ruled(since, edition));
        }
        return ruled;
    }

    private Instant since(Edition edition) {
        return rulebook.saving(edition.number()).map(Saving::at).orElseThrow(RulebookUntrue::new);
    }

    /** A row of an old edition can be altered as any other: the log says what it said. */
    private Optional<String> recorded(UUID event, long edition) {
        return records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .filter(entry -> entry.columns().kind().equals(EventClass.EDITION_SAVED.word()))
                .map(entry -> entry.contents().details())
                .filter(details -> Long.valueOf(edition).equals(details.get("edition")))
                .map(details -> (String) details.get("hash"));
    }

    /** What is the author's own is nobody else's. */
    private static Goal goal(Target target) {
        return target.place() == Place.SHARED ? Goal.shared(target) : new Goal(target, NOBODYS);
    }
}
