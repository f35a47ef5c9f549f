// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Bearers;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person's credential for programs: a session of its own, shown once, over when its time is or the password changes. */
@ApplicationScoped
public class ApiCredentials implements Bearers.Kind {
    private static final Details FOR_PROGRAMS = Details.none().with(Name.METHOD, "api-credential");

    private final Sessions sessions;
    private final Gate gate;
    private final Ids ids;

    ApiCredentials(Sessions sessions, Gate gate, Ids ids) {
        this.sessions = sessions;
        this.gate = gate;
        this.ids = ids;
    }

    /** After so long it is over, whatever happens. */
    public Duration longest() {
        return sessions.longestForPrograms();
    }

    /** @throws Problem where something has to be done first */
    public SessionToken make(Session by, Line line) {
        if (by.barrier().isPresent()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "barred", "something else has to be done first");
        }
        UUID made = ids.next();
        Fact opened = Fact.done(by.caller(line), EventClass.SESSION_OPENED, Sessions.subject(made))
                .whileSignedIn();
        return gate.note(
                opened,
                Moves.NOTHING,
                at -> new Done<>(sessions.openForPrograms(made, by.id()), FOR_PROGRAMS, List.of()));
    }

    /** Part of the change that records it: the same for a program elsewhere that the person of this session let in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public SessionToken open(UUID made, UUID by) {
        return sessions.openForPrograms(made, by);
    }

    @Override
    public Optional<Caller> know(String bearer, Line line) {
        return Optional.of(bearer)
                .filter(SessionToken::isForPrograms)
                .flatMap(shown -> sessions.find(new SessionToken(shown)))
                .filter(session -> session.barrier().isEmpty())
                .map(session -> session.caller(line));
    }
}
