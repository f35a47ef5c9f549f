// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.desk.machines.TokenWatch;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Bearers;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Delegation;
import dev.cofactor.ledger.mandates.Mandates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Knows an agent, and for whom it acts, by the token. Whether all that still stands is asked again at every decision. */
@ApplicationScoped
class AgentDoor implements Bearers.Kind {
    private final Mandates mandates;
    private final People people;
    private final TokenWatch watch;
    private final Clock clock;

    AgentDoor(Mandates mandates, People people, TokenWatch watch, Clock clock) {
        this.mandates = mandates;
        this.people = people;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> know(String bearer, Line line) {
        return ShownToken.Kind.AGENT
                .read(bearer)
                .flatMap(token -> mandates.delegation(token.hash()))
                .filter(delegation -> delegation.stands(clock.instant()))
                .filter(delegation ->
                        mandates.find(delegation.agent()).filter(Agent::active).isPresent())
                .filter(delegation ->
                        people.find(delegation.person()).filter(Person::active).isPresent())
                .map(delegation -> watch.let(caller(delegation, line), delegation.from()));
    }

    private static Caller caller(Delegation delegation, Line line) {
        Actor.Agent agent = new Actor.Agent(delegation.agent(), delegation.person());
        return new Caller(agent, Optional.empty(), Optional.of(delegation.id()), line);
    }
}
