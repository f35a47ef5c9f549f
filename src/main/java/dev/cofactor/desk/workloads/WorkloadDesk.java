// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.weighing.Watch;
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
import dev.cofactor.ground.jwt.Jwt;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Federations;
import dev.cofactor.ledger.trust.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says whose word counts, and takes it back. All of it is of the world: what is taken back ends with the answer. */
@ApplicationScoped
public class WorkloadDesk {
    private final Gate gate;
    private final SecondPerson second;
    private final Federations trust;
    private final Machines machines;
    private final WorkloadDoor door;
    private final Ids ids;

    WorkloadDesk(Gate gate, SecondPerson second, Federations trust, Machines machines, WorkloadDoor door, Ids ids) {
        this.gate = gate;
        this.second = second;
        this.trust = trust;
        this.machines = machines;
        this.door = door;
        this.ids = ids;
    }

    /** How a token fared that somebody tried, and whether it would be another service too, and so nobody. */
    public record Tried(Optional<Verdict> verdict, boolean anothersToo) {}

    /** For whoever may edit machines; nobody else learns which there are. */
    public List<Federation> all(Caller caller) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return trust.all();
    }

    public Federation read(Caller caller, UUID id) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> there(id));
        return known(id);
    }

    public Federation create(Caller caller, Supplier<Wanted> asked) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        Wanted wanted = asked.get();
        UUID id = ids.next();
        Proposed change = FederationKinds.added(wanted);
        Watch watch = Watch.showing(id, wanted.service());
        return trusted(caller, change, watch, () -> service(wanted.service()), at -> {
            Federation made = new Federation(
                    id,
                    wanted.service(),
                    wanted.name().value(),
                    wanted.preset().word(),
                    wanted.issuer().name(),
                    wanted.active(),
                    1,
                    wanted.terms(),
                    at.event(),
                    at.time(),
                    Optional.empty());
            return done(trust.add(made), List.of("federation"));
        });
    }

    public Federation edit(Caller caller, UUID id, Supplier<String> seen, Supplier<Wanted.Edit> asked) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> there(id));
        String state = seen.get();
        Wanted.Edit edit = asked.get();
        Proposed change = FederationKinds.edited(known(id), edit, state);
        return trusted(caller, change, watch(known(id), edit), () -> there(id), at -> {
            Federation now = unchanged(id, state);
            Terms terms = edit.of(now.terms(), Preset.read(now.preset()));
            Federation then = new Federation(
                    id,
                    now.service(),
                    edit.name().map(DisplayName::value).orElse(now.name()),
                    now.preset(),
                    now.issuer(),
                    edit.active().orElse(now.active()),
                    terms.equals(now.terms()) ? now.number() : now.number() + 1,
                    terms,
                    at.event(),
                    now.since(),
                    now.ended());
            return done(trust.edit(then), parts(now, then));
        });
    }

    /** Nothing is released to those it let in from the answer on. What it said stays readable. */
    public void end(Caller caller, UUID id, Supplier<String> seen) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> there(id));
        String state = seen.get();
        changed(caller, () -> there(id), at -> {
            Federation now = unchanged(id, state);
            trust.end(id, at.event(), at.time());
            return done(now, List.of("ended"));
        });
    }

    /** Tells how a token would fare, and does nothing else: it is neither stored nor let in. */
    public Tried tryOut(Caller caller, UUID id, Supplier<String> shown) {
        gate.admit(caller, Verb.MACHINE_EDIT, () -> there(id));
        Federation federation = known(id);
        return Jwt.read(shown.get())
                .map(token -> {
                    Hearing hearing = door.hearing(token);
                    Verdict verdict = hearing.under(federation);
                    return new Tried(
                            Optional.of(verdict), verdict.isGood() && door.isAnothersToo(token, hearing, federation));
                })
                .orElseGet(() -> new Tried(Optional.empty(), false));
    }

    Optional<Sight> service(UUID service) {
        return machines.find(service).map(found -> sight(found.id()));
    }

    Optional<Sight> there(UUID id) {
        return trust.find(id).map(found -> sight(found.service()));
    }

    private static Sight sight(UUID service) {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.SERVICE, service), Map.of());
    }

    private Federation known(UUID id) {
        return trust.find(id).orElseThrow(FederationRefused::notFound);
    }

    private Federation unchanged(UUID id, String state) {
        Federation now = known(id);
        if (!now.event().toString().equals(state)) {
            throw FederationRefused.changed();
        }
        if (now.ended().isPresent()) {
            throw FederationRefused.ended();
        }
        return now;
    }

    private static List<String> parts(Federation now, Federation then) {
        List<String> parts = new ArrayList<>();
        Terms before = now.terms();
        Terms after = then.terms();
        add(parts, "name", !now.name().equals(then.name()));
        add(parts, then.active() ? "resumed" : "suspended", now.active() != then.active());
        add(parts, "audiences", !before.audiences().equals(after.audiences()));
        add(parts, "algorithms", !before.algorithms().equals(after.algorithms()));
        add(parts, "conditions", !before.conditions().equals(after.conditions()));
        add(parts, "keys", !before.keys().equals(after.keys()));
        return parts;
    }

    private static void add(List<String> parts, String part, boolean changed) {
        if (changed) {
            parts.add(part);
        }
    }

    private Federation changed(
            Caller caller, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<Federation>> work) {
        Ask ask = new Ask(caller, Verb.MACHINE_EDIT, EventClass.FEDERATION_CHANGED, look);
        return gate.change(ask, Moves.WORLD, work).result().orElseThrow();
    }

    /** Another name, and letting nobody in, make nobody the service. */
    private static Watch watch(Federation now, Wanted.Edit edit) {
        boolean others = !edit.of(now.terms(), Preset.read(now.preset())).equals(now.terms());
        boolean resumes = !now.active() && edit.active().orElse(false);
        return others || resumes ? Watch.showing(now.id(), now.service()) : Watch.standing();
    }

    /** Whoever says on whose word a service is let in can be that service. */
    private Federation trusted(
            Caller caller,
            Proposed change,
            Watch watch,
            Supplier<Optional<Sight>> look,
            Function<Done.Moment, Done<Federation>> work) {
        Ask ask = new Ask(caller, Verb.MACHINE_EDIT, EventClass.FEDERATION_CHANGED, look);
        return second.change(ask, Moves.WORLD, change, watch, work).result().orElseThrow();
    }

    private static Done<Federation> done(Federation federation, List<String> parts) {
        Details details = Details.none().with(Name.OTHER, federation.id()).with(Name.PARTS, parts);
        return new Done<>(federation, details, List.of());
    }
}
