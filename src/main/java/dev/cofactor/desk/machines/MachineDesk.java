// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.Grants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes services, names and suspends them. All of it is of the world: who is suspended is refused from the answer on. */
@ApplicationScoped
public class MachineDesk {
    private final Gate gate;
    private final Machines machines;
    private final Grants grants;
    private final Ids ids;

    MachineDesk(Gate gate, Machines machines, Grants grants, Ids ids) {
        this.gate = gate;
        this.machines = machines;
        this.grants = grants;
        this.ids = ids;
    }

    /** What is to be other; what is absent stays. */
    public record Edit(Optional<DisplayName> name, Optional<Boolean> active) {}

    /** For whoever may edit them; nobody else learns which there are. */
    public List<Service> all(Caller caller) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return machines.all();
    }

    public Service read(Caller caller, UUID service) {
        admit(caller, service);
        return known(service);
    }

    /** Of one that is not there it is recorded that somebody asked. */
    private void admit(Caller caller, UUID service) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> there(service));
    }

    private Optional<Sight> there(UUID service) {
        return machines.find(service).map(found -> sight(service));
    }

    private static Sight sight(UUID service) {
        Subject about = new Subject(Subject.Kind.SERVICE, service);
        return Sight.of(Target.installation(), about, Map.of());
    }

    public Service create(Caller caller, Supplier<DisplayName> called) {
        UUID id = ids.next();
        gate.admit(caller, Verb.MACHINE_EDIT, () -> Optional.of(sight(id)));
        String name = called.get().value();
        return changed(caller, EventClass.SERVICE_CHANGED, () -> Optional.of(sight(id)), at -> {
            Service made = machines.add(id, name, at.time());
            return new Done<>(made, parts("service"), List.of());
        });
    }

    public Service edit(Caller caller, UUID service, Supplier<Edit> wanted) {
        admit(caller, service);
        Edit edit = wanted.get();
        return changed(caller, EventClass.SERVICE_CHANGED, () -> there(service), at -> {
            Service now = known(service);
            boolean active = edit.active().orElse(now.active());
            Service then =
                    machines.edit(service, edit.name().map(DisplayName::value).orElse(now.name()), active);
            String part = active == now.active() ? "name" : active ? "resumed" : "suspended";
            if (!active) {
                grants.endAllOf(
                        service,
                        "suspended",
                        new Settled(at.time(), caller.actor().id(), at.event()));
            }
            return new Done<>(then, parts(part), List.of());
        });
    }

    private Service known(UUID service) {
        return machines.find(service).orElseThrow(MachineRefused::notFound);
    }

    private <T> T changed(
            Caller caller, EventClass kind, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<T>> work) {
        Ask ask = new Ask(caller, Verb.MACHINE_EDIT, kind, look);
        return gate.change(ask, Moves.WORLD, work).result().orElseThrow();
    }

    private static Details parts(String part) {
        return Details.none().with(Name.PARTS, List.of(part));
    }
}
