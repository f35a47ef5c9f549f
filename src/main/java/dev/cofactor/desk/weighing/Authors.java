// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.grants.ShownCredentials;
import dev.cofactor.ledger.grants.ShownCredentials.Shown;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Federations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who somebody is to the rules: himself, and every service of which he has something to show. */
@ApplicationScoped
public class Authors {
    private final Groups groups;
    private final Machines machines;
    private final Federations trust;
    private final ShownCredentials shown;
    private final Clock clock;

    Authors(Groups groups, Machines machines, Federations trust, ShownCredentials shown, Clock clock) {
        this.groups = groups;
        this.machines = machines;
        this.trust = trust;
        this.shown = shown;
        this.clock = clock;
    }

    public Author of(Caller caller) {
        return switch (caller.actor()) {
            case Actor.Person person -> author(person.id(), false, Set.of(person.id()), List.of());
            case Actor.Agent agent -> author(agent.person(), false, Set.of(agent.person()), List.of());
            case Actor.Service service -> service(service.id(), caller);
            case Actor.System system -> new Author(system.id(), true, Set.of(), List.of());
            case Actor.Nobody nobody -> new Author(nobody.id(), true, Set.of(), List.of());
        };
    }

    private Author service(UUID id, Caller caller) {
        Optional<UUID> credential = caller.token().or(() -> caller.voucher().map(voucher -> voucher.federation()));
        Set<UUID> people = credential.map(shown::whoSaw).orElse(Set.of());
        return author(
                id,
                true,
                people,
                credential.map(one -> new Shown(one, id)).stream().toList());
    }

    private Author author(UUID id, boolean machine, Set<UUID> people, List<Shown> own) {
        List<Shown> held = Stream.concat(own.stream(), shown.to(people).stream())
                .filter(one -> isGood(one.credential()))
                .distinct()
                .toList();
        return new Author(id, machine, people, held);
    }

    private boolean isGood(UUID credential) {
        return machines.token(credential)
                .map(token -> token.stands(clock.instant()))
                .orElseGet(
                        () -> trust.find(credential).filter(Federation::stands).isPresent());
    }

    /** @param brought a group in which each of them might stand besides */
    List<Seeker> seekers(Author author, Optional<Shown> more, Optional<UUID> brought) {
        List<Seeker> seekers = new ArrayList<>();
        author.people().stream()
                .sorted()
                .map(person -> new Asker.Person(person, with(groups.of(person), brought), Credential.plain()))
                .forEach(person -> seekers.add(Seeker.of(person)));
        Stream.concat(author.held().stream(), more.stream()).distinct().forEach(one -> seekers.add(seeker(one)));
        return seekers;
    }

    private Set<UUID> with(Set<UUID> standing, Optional<UUID> brought) {
        if (brought.isEmpty()) {
            return standing;
        }
        Set<UUID> all = new HashSet<>(standing);
        all.add(brought.get());
        all.addAll(groups.of(brought.get()));
        return all;
    }

    /** Whoever wrote on whose word a program is let in may have it say whatever the rules listen to. */
    private Seeker seeker(Shown one) {
        boolean federated = trust.find(one.credential()).isPresent();
        Credential credential = federated ? Credential.plain() : Credential.token(one.credential());
        Asker service = new Asker.Service(one.service(), groups.of(one.service()), credential);
        return new Seeker(service, federated ? Set.of(one.credential()) : Set.of());
    }
}
