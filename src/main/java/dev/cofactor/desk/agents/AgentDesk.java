// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes agents, names and suspends them. All of it is of the world: who is suspended is refused from the answer on. */
@ApplicationScoped
public class AgentDesk {
    private final Gate gate;
    private final Mandates mandates;
    private final Grants grants;
    private final Ids ids;

    AgentDesk(Gate gate, Mandates mandates, Grants grants, Ids ids) {
        this.gate = gate;
        this.mandates = mandates;
        this.grants = grants;
        this.ids = ids;
    }

    /** What is to be other; what is absent stays. */
    public record Edit(Optional<DisplayName> name, Optional<Boolean> active) {}

    /** All, for whoever may edit machines; for every other person those he can let act for him. */
    public List<Agent> all(Caller caller) {
        View view = gate.view(caller);
        boolean person = caller.actor() instanceof Actor.Person && view.isOfSomebody();
        if (person && !view.may(Verb.MACHINE_EDIT, Target.installation())) {
            return mandates.all().stream().filter(Agent::active).toList();
        }
        return toEdit(caller);
    }

    /** All, for whoever may edit them and for nobody else. */
    public List<Agent> toEdit(Caller caller) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return mandates.all();
    }

    public Agent read(Caller caller, UUID agent) {
        admit(caller, agent);
        return known(agent);
    }

    public Agent create(Caller caller, Supplier<DisplayName> called) {
        UUID id = ids.next();
        gate.admit(caller, Verb.MACHINE_EDIT, () -> Optional.of(sight(id)));
        String name = called.get().value();
        return changed(caller, () -> Optional.of(sight(id)), at -> {
            Agent made = mandates.add(id, name, at.time());
            return new Done<>(made, parts("agent"), List.of());
        });
    }

    public Agent edit(Caller caller, UUID agent, Supplier<Edit> wanted) {
        admit(caller, agent);
        Edit edit = wanted.get();
        return changed(caller, () -> there(agent), at -> {
            Agent now = known(agent);
            boolean active = edit.active().orElse(now.active());
            Agent then =
                    mandates.edit(agent, edit.name().map(DisplayName::value).orElse(now.name()), active);
            String part = active == now.active() ? "name" : active ? "resumed" : "suspended";
            if (!active) {
                grants.endAllOf(
                        agent,
                        "suspended",
                        new Settled(at.time(), caller.actor().id(), at.event()));
            }
            return new Done<>(then, parts(part), List.of());
        });
    }

    /** Of one that is not there it is recorded that somebody asked. */
    private void admit(Caller caller, UUID agent) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> there(agent));
    }

    private Optional<Sight> there(UUID agent) {
        return mandates.find(agent).map(found -> sight(agent));
    }

    private static Sight sight(UUID agent) {
        return Sight.of(Target.installation(), subject(agent), Map.of());
    }

    /** An agent has its history among those of services. */
    static Subject subject(UUID agent) {
        return new Subject(Subject.Kind.SERVICE, agent);
    }

    private Agent known(UUID agent) {
        return mandates.find(agent).orElseThrow(AgentRefused::notFound);
    }

    private <T> T changed(Caller caller, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<T>> work) {
        Ask ask = new Ask(caller, Verb.MACHINE_EDIT, EventClass.AGENT_CHANGED, look);
        return gate.change(ask, Moves.WORLD, work).result().orElseThrow();
    }

    private static Details parts(String part) {
        return Details.none().with(Name.PARTS, List.of(part));
    }
}
