// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Delegation;
import dev.cofactor.ledger.mandates.Mandates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who has a step, for those who may know: whoever sees the secret through which it was taken. */
@ApplicationScoped
public class Holders {
    private final Gate gate;
    private final Catalogue catalogue;
    private final People people;
    private final Machines machines;
    private final Mandates mandates;
    private final Clock clock;

    Holders(Gate gate, Catalogue catalogue, People people, Machines machines, Mandates mandates, Clock clock) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.people = people;
        this.machines = machines;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** What a person, a service or an agent is called. */
    public Optional<String> name(UUID actor) {
        return people.find(actor)
                .map(Person::displayName)
                .or(() -> machines.find(actor).map(Service::name))
                .or(() -> mandates.find(actor).map(Agent::name));
    }

    /** Whose hand it is that has something: for which person an agent has it is nobody else's business. */
    UUID actor(UUID hand) {
        return mandates.delegation(hand).map(Delegation::agent).orElse(hand);
    }

    boolean maySee(Caller caller, Won.First holder) {
        View view = gate.view(caller);
        return catalogue
                .find(holder.secret())
                .filter(secret -> view.shows(Sight.of(secret, caller).target()))
                .isPresent();
    }

    /**
     * The same refusal, with why and until when it is so, and who has the step, if the caller may know that.
     *
     * @param stoodBack whether it is free, and others come first
     */
    Problem named(Caller caller, Refused refused, boolean stoodBack) {
        if (!refused.isBusy()) {
            return refused;
        }
        Duration left = refused.retryAfter().orElse(Duration.ZERO);
        Map<String, Object> known = new HashMap<>();
        String otherwise = stoodBack ? "others-first" : "ending";
        known.put("because", refused.holder().isPresent() ? "held" : otherwise);
        known.put("nextAt", clock.instant().plus(left).toString());
        refused.holder()
                .filter(holder -> maySee(caller, holder))
                .ifPresent(holder -> known.put("heldBy", told(holder)));
        return CodeRefused.busy(left, known);
    }

    private Map<String, Object> told(Won.First holder) {
        Map<String, Object> told = new HashMap<>();
        UUID actor = actor(holder.actor());
        told.put("actor", actor.toString());
        told.put("at", holder.time().toString());
        name(actor).ifPresent(name -> told.put("name", name));
        return told;
    }
}
