// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.review;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.records.Digest;
import dev.cofactor.ledger.trust.Federations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who there was at a moment, with the groups he stood in and what he could show. Whether somebody was active is read from the
 * log, as far as this epoch of it goes; of programs only what they are now is known.
 */
@ApplicationScoped
class Then {
    private static final Set<EventClass> STATES = EnumSet.of(
            EventClass.PERSON_ADDED,
            EventClass.PERSON_INVITED,
            EventClass.PERSON_ACTIVATED,
            EventClass.PERSON_SUSPENDED,
            EventClass.PERSON_RESTORED,
            EventClass.PERSON_REMOVED);

    private static final Name UNKNOWN = new Name("unknown", "", "");

    private static final Set<String> GONE = Set.of(
            EventClass.PERSON_INVITED.word(), EventClass.PERSON_SUSPENDED.word(), EventClass.PERSON_REMOVED.word());

    private final People people;
    private final Groups groups;
    private final Machines machines;
    private final Mandates mandates;
    private final Federations trust;
    private final Digest digest;

    Then(People people, Groups groups, Machines machines, Mandates mandates, Federations trust, Digest digest) {
        this.people = people;
        this.groups = groups;
        this.machines = machines;
        this.mandates = mandates;
        this.trust = trust;
        this.digest = digest;
    }

    /** @param names by id; of people the account name stands beside */
    record Crowd(List<Seeker> seekers, Map<UUID, Name> names) {
        Name name(UUID id) {
            return names.getOrDefault(id, UNKNOWN);
        }
    }

    record Name(String kind, String name, String account) {}

    @Transactional
    Crowd at(Instant time) {
        Map<UUID, Set<UUID>> standing = groups.ofAllAt(time);
        Map<UUID, Name> names = new HashMap<>();
        List<Seeker> seekers = new ArrayList<>();
        Map<UUID, Person> known = people.all().stream().collect(toMap(Person::id, person -> person));
        Set<UUID> active = active(known, standing, time);
        known.values().stream().filter(person -> active.contains(person.id())).forEach(person -> {
            seekers.add(Seeker.of(person(person.id(), standing)));
            names.put(person.id(), new Name("person", person.displayName(), person.accountName()));
        });
        services(standing, time, seekers, names);
        agents(standing, active, time, seekers, names);
        return new Crowd(seekers, names);
    }

    /** Whoever was there stood among everyone, and nobody who has gone does. */
    private Set<UUID> active(Map<UUID, Person> known, Map<UUID, Set<UUID>> standing, Instant time) {
        Map<UUID, String> last = digest.lastOf(STATES, time);
        return known.values().stream()
                .filter(person -> standing.getOrDefault(person.id(), Set.of()).contains(Groups.EVERYONE))
                .filter(person -> {
                    @Nullable String word = last.get(person.id());
                    return word == null ? person.active() : !GONE.contains(word);
                })
                .map(Person::id)
                .collect(toSet());
    }

    private void services(Map<UUID, Set<UUID>> standing, Instant time, List<Seeker> seekers, Map<UUID, Name> names) {
        Map<UUID, Service> active =
                machines.all().stream().filter(Service::active).collect(toMap(Service::id, service -> service));
        machines.standing(time).stream()
                .filter(token -> active.containsKey(token.service()))
                .forEach(token ->
                        seekers.add(Seeker.of(service(token.service(), standing, Credential.token(token.id())))));
        trust.all().stream()
                .filter(one -> one.stands() && active.containsKey(one.service()))
                .forEach(one -> seekers.add(
                        new Seeker(service(one.service(), standing, Credential.plain()), Set.of(one.id()))));
        active.values().forEach(service -> names.put(service.id(), new Name("service", service.name(), "")));
    }

    private void agents(
            Map<UUID, Set<UUID>> standing,
            Set<UUID> people,
            Instant time,
            List<Seeker> seekers,
            Map<UUID, Name> names) {
        Map<UUID, Agent> active =
                mandates.all().stream().filter(Agent::active).collect(toMap(Agent::id, agent -> agent));
        mandates.standing(time).stream()
                .filter(one -> active.containsKey(one.agent()) && people.contains(one.person()))
                .map(one -> Seeker.of(new Asker.Agent(
                        one.agent(),
                        standing.getOrDefault(one.agent(), Set.of()),
                        Credential.plain(),
                        person(one.person(), standing))))
                .distinct()
                .forEach(seekers::add);
        active.values().forEach(agent -> names.put(agent.id(), new Name("agent", agent.name(), "")));
    }

    private static Asker.Person person(UUID id, Map<UUID, Set<UUID>> standing) {
        return new Asker.Person(id, standing.getOrDefault(id, Set.of()), Credential.plain());
    }

    private static Asker service(UUID id, Map<UUID, Set<UUID>> standing, Credential shown) {
        return new Asker.Service(id, standing.getOrDefault(id, Set.of()), shown);
    }
}
