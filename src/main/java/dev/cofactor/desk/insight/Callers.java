// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static java.util.stream.Collectors.toSet;

import dev.cofactor.desk.insight.Supposed.Who;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.Voucher;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Token;
import dev.cofactor.ledger.mandates.Delegation;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Federations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Callers as they would be if somebody came: with what he has to show then and there, and nothing that he has not. */
@ApplicationScoped
class Callers {
    private final People people;
    private final Machines machines;
    private final Mandates mandates;
    private final Federations trust;

    Callers(People people, Machines machines, Mandates mandates, Federations trust) {
        this.people = people;
        this.machines = machines;
        this.mandates = mandates;
        this.trust = trust;
    }

    /** Somebody who is there, and what he is called; whether he may anything is another question. */
    record Known(Caller caller, String name, boolean active) {}

    Known find(Who who, Line line, Instant at) {
        return switch (who) {
            case Who.Person person ->
                people.find(person.id())
                        .map(found -> new Known(
                                bare(new Actor.Person(found.id()), line), found.displayName(), found.active()))
                        .orElseThrow(Callers::notFound);
            case Who.Service service ->
                machines.find(service.id())
                        .map(found -> new Known(service(service, line, at), found.name(), found.active()))
                        .orElseThrow(Callers::notFound);
            case Who.Agent agent -> agent(agent, line, at);
        };
    }

    private Known agent(Who.Agent who, Line line, Instant at) {
        Person person = people.find(who.person()).orElseThrow(Callers::notFound);
        dev.cofactor.ledger.mandates.Agent agent = mandates.find(who.id()).orElseThrow(Callers::notFound);
        Optional<UUID> delegation = mandates.byPerson(person.id()).stream()
                .filter(one -> one.agent().equals(agent.id()) && one.stands(at, line))
                .map(Delegation::id)
                .findFirst();
        Actor actor = new Actor.Agent(agent.id(), person.id());
        return new Known(
                new Caller(actor, Optional.empty(), delegation, line), agent.name(), agent.active() && person.active());
    }

    private Caller service(Who.Service who, Line line, Instant at) {
        if (!who.claims().isEmpty()) {
            return Caller.vouchedFor(who.id(), voucher(who.claims()), line);
        }
        Optional<UUID> token = who.token()
                .or(() -> machines.tokensOf(who.id()).stream()
                        .filter(one -> one.stands(at, line))
                        .map(Token::id)
                        .findFirst());
        return token.isEmpty() ? vouched(who.id(), line) : shown(who.id(), token, line);
    }

    /** Without a token it comes with somebody's word, if there is anybody whose word counts. */
    private Caller vouched(UUID service, Line line) {
        return trust.all().stream()
                .filter(one -> one.service().equals(service) && one.stands())
                .findFirst()
                .map(one -> Caller.vouchedFor(service, voucher(one, Set.of()), line))
                .orElseGet(() -> shown(service, Optional.empty(), line));
    }

    private Voucher voucher(Set<Subject.Claim> claims) {
        Federation federation = trust.find(claims.iterator().next().issuer()).orElseThrow(Callers::notFound);
        return voucher(federation, claims);
    }

    private static Voucher voucher(Federation federation, Set<Subject.Claim> claims) {
        Set<Voucher.Said> said = claims.stream()
                .map(claim -> new Voucher.Said(claim.name(), claim.value()))
                .collect(toSet());
        return new Voucher(federation.id(), federation.number(), Instant.MAX, said);
    }

    private static Caller shown(UUID service, Optional<UUID> token, Line line) {
        return new Caller(new Actor.Service(service), Optional.empty(), token, line);
    }

    private static Caller bare(Actor actor, Line line) {
        return new Caller(actor, Optional.empty(), Optional.empty(), line);
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
