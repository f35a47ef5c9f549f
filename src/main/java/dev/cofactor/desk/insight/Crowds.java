// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.trust.Federations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Everybody who could ask for anything, as the gate would take him: read with as many queries for thousands as for one. Groups
 * that a sign-in brings stand with its session, so they are in none of it.
 */
@ApplicationScoped
public class Crowds {
    private final People people;
    private final Groups groups;
    private final Machines machines;
    private final Mandates mandates;
    private final Federations trust;
    private final Clock clock;

    Crowds(People people, Groups groups, Machines machines, Mandates mandates, Federations trust, Clock clock) {
        this.people = people;
        this.groups = groups;
        this.machines = machines;
        this.mandates = mandates;
        this.trust = trust;
        this.clock = clock;
    }

    /** At this moment: whoever is active and has something to show. */
    @Transactional
    public List<Seeker> all() {
        Instant now = clock.instant();
        Map<UUID, Set<UUID>> standing = groups.ofAll();
        List<Seeker> all = new ArrayList<>();
        Set<UUID> active = new HashSet<>(people.activeAmong(List.of(Groups.EVERYONE)));
        active.forEach(id -> all.add(Seeker.of(person(id, standing))));
        all.addAll(services(standing, now));
        all.addAll(agents(standing, active, now));
        return all;
    }

    private static Asker.Person person(UUID id, Map<UUID, Set<UUID>> standing) {
        return new Asker.Person(id, standing.getOrDefault(id, Set.of()), Credential.plain());
    }

    /** Each with each token that is good, and with whatever those may say of it whose word counts. */
    private List<Seeker> services(Map<UUID, Set<UUID>> standing, Instant now) {
        Set<UUID> active =
                machines.all().stream().filter(Service::active).map(Service::id).collect(Collectors.toSet());
        List<Seeker> all = new ArrayList<>();
        machines.standing(now).stream()
                .filter(token -> active.contains(token.service()))
                .forEach(token -> all.add(Seeker.of(service(token.service(), standing, Credential.token(token.id())))));
        trust.all().stream()
                .filter(one -> one.stands() && active.contains(one.service()))
                .forEach(one ->
                        all.add(new Seeker(service(one.service(), standing, Credential.plain()), Set.of(one.id()))));
        return all;
    }

    private static Asker service(UUID id, Map<UUID, Set<UUID>> standing, Credential shown) {
        return new Asker.Service(id, standing.getOrDefault(id, Set.of()), shown);
    }

    private List<Seeker> agents(Map<UUID, Set<UUID>> standing, Set<UUID> people, Instant now) {
        Set<UUID> active =
                mandates.all().stream().filter(Agent::active).map(Agent::id).collect(Collectors.toSet());
        return mandates.standing(now).stream()
                .filter(one -> active.contains(one.agent()) && people.contains(one.person()))
                .map(one -> Seeker.of(new Asker.Agent(
                        one.agent(),
                        standing.getOrDefault(one.agent(), Set.of()),
                        Credential.plain(),
                        person(one.person(), standing))))
                .distinct()
                .toList();
    }
}
