// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static java.util.stream.Collectors.toMap;

import dev.cofactor.desk.rules.Foresight;
import dev.cofactor.engine.foresight.Changes;
import dev.cofactor.engine.foresight.Changes.Shift;
import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who gains and who loses by other rules, before anybody saves them. Personal folders are left out: they are their owners'. */
@ApplicationScoped
public class WhatChanges implements Foresight {
    private final Admission admission;
    private final Gate gate;
    private final Crowds crowds;
    private final Goals goals;
    private final Catalogue catalogue;
    private final Folders folders;
    private final People people;
    private final Machines machines;
    private final Mandates mandates;
    private final Clock clock;

    WhatChanges(
            Admission admission,
            Gate gate,
            Crowds crowds,
            Goals goals,
            Catalogue catalogue,
            Folders folders,
            People people,
            Machines machines,
            Mandates mandates,
            Clock clock) {
        this.admission = admission;
        this.gate = gate;
        this.crowds = crowds;
        this.goals = goals;
        this.catalogue = catalogue;
        this.folders = folders;
        this.people = people;
        this.machines = machines;
        this.mandates = mandates;
        this.clock = clock;
    }

    /**
     * @param called the names of askers, and the paths of secrets and folders, by their ids
     * @param complete false where there may be more
     */
    public record Answer(
            long edition, List<Shift> gains, List<Shift> losses, Map<UUID, String> called, boolean complete) {
        public Answer {
            gains = List.copyOf(gains);
            losses = List.copyOf(losses);
            called = Map.copyOf(called);
        }
    }

    /** @param wanted read of nobody who may not know the answer */
    Answer whatChanges(Caller caller, Supplier<Wanted> wanted) {
        admission.require(caller);
        return Turns.taken(() -> {
            Edition now = gate.edition();
            return between(now, wanted.get().onto(now.policies()));
        });
    }

    @Override
    public Collection<Seeker> everybody() {
        return crowds.all();
    }

    @Override
    public Object changes(Edition now, PolicySet next) {
        return ChangesJson.Answer.of(between(now, next));
    }

    /** The same as it is told outside; for whoever has been admitted to the rules. */
    public ChangesJson.Answer told(Edition now, PolicySet next) {
        return Turns.taken(() -> ChangesJson.Answer.of(between(now, next)));
    }

    /** For whoever has been admitted to the rules. */
    public Answer between(Edition now, PolicySet next) {
        Goals.Some some = goals.some();
        Edition then = Edition.of(now.number() + 1, next);
        Changes changes = Changes.between(now, then, crowds.all(), some.goals(), clock.instant());
        return new Answer(
                now.number(),
                changes.gains(),
                changes.losses(),
                called(Stream.concat(changes.gains().stream(), changes.losses().stream())
                        .toList()),
                changes.complete() && some.complete());
    }

    private Map<UUID, String> called(Collection<Shift> shifts) {
        List<UUID> askers = shifts.stream()
                .flatMap(shift -> shift.who().asker().sides().stream())
                .map(Asker::id)
                .distinct()
                .toList();
        List<UUID> secrets = shifts.stream()
                .map(shift -> shift.goal().target().secret())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, String> called = new HashMap<>();
        called.putAll(machines.all().stream().collect(toMap(Service::id, Service::name)));
        called.putAll(mandates.all().stream().collect(toMap(Agent::id, Agent::name)));
        called.putAll(people.find(askers).stream().collect(toMap(Person::id, Person::displayName)));
        called.putAll(catalogue.find(secrets).stream().collect(toMap(Placed::secret, Placed::path)));
        called.putAll(folders.all().stream().filter(Goals::isShared).collect(toMap(Folder::id, Folder::path)));
        return called;
    }
}
