// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.visits;

import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.signin.Sessions.Standing;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists the caller's sessions, and ends them. */
@ApplicationScoped
public class VisitDesk {
    private final Sessions sessions;
    private final Gate gate;

    VisitDesk(Sessions sessions, Gate gate) {
        this.sessions = sessions;
        this.gate = gate;
    }

    /** @param here it is the one that asks */
    public record Visit(Standing session, boolean here) {}

    /** A machine has none. */
    public List<Visit> all(Caller caller) {
        return person(caller).stream()
                .flatMap(person -> sessions.of(person).stream())
                .map(session -> new Visit(session, caller.session().equals(Optional.of(session.id()))))
                .toList();
    }

    /** From the answer on nothing is recorded for it any more. Of another's nobody hears that there is one. */
    public void end(Caller caller, UUID session) {
        Fact closed = Fact.done(caller, EventClass.SESSION_CLOSED, new Subject(Subject.Kind.SESSION, session));
        try {
            gate.note(closed.whileSignedIn(), Moves.NOTHING, at -> {
                if (person(caller)
                        .filter(person -> sessions.end(person, session))
                        .isEmpty()) {
                    throw new NotFound();
                }
                return Done.of(session);
            });
        } catch (NotFound e) {
            throw refused(caller, session, e);
        }
    }

    /** On the log before it is told. */
    private Problem refused(Caller caller, UUID asked, Problem why) {
        Details details = Details.none()
                .with(Name.CODE, why.code())
                .with(Name.PARTS, List.of("session"))
                .with(Name.OTHER, asked);
        gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(details));
        return why;
    }

    private static Optional<UUID> person(Caller caller) {
        return switch (caller.actor()) {
            case Actor.Person person -> Optional.of(person.id());
            case Actor.Service service -> Optional.empty();
            case Actor.Agent agent -> Optional.empty();
            case Actor.System system -> Optional.empty();
            case Actor.Nobody nobody -> Optional.empty();
        };
    }

    /** Not there, ended before, or another's. */
    static final class NotFound extends Problem {
        private static final long serialVersionUID = 1;

        NotFound() {
            super(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
        }
    }
}
