// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.provider.LoggedOut;
import dev.cofactor.desk.provider.Provider;
import dev.cofactor.desk.provider.ProviderFailed;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The provider says that somebody has signed out there: what it had vouched for ends here. */
@ApplicationScoped
public class BackChannel {
    private static final Details BY_PROVIDER = Details.none().with(Name.METHOD, "oidc-logout");

    private final Provider provider;
    private final OnceRows once;
    private final ArrivalRows arrivals;
    private final Sessions sessions;
    private final Gate gate;
    private final Clock clock;

    BackChannel(Provider provider, OnceRows once, ArrivalRows arrivals, Sessions sessions, Gate gate, Clock clock) {
        this.provider = provider;
        this.once = once;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.gate = gate;
        this.clock = clock;
    }

    /** @throws Problem for a token that proves nothing or came before; that it came is on the log by then */
    public void end(String token, Line line) {
        try {
            LoggedOut out = provider.loggedOut(token);
            Optional<UUID> person = QuarkusTransaction.requiringNew()
                    .call(() -> arrivals.personOf(out.issuer(), out.subject(), out.sid()));
            if (person.isPresent()) {
                close(out, person.get(), line);
            } else {
                // Nobody's: it counts once all the same, or it could end later what does not stand yet.
                QuarkusTransaction.requiringNew().run(() -> useUp(out));
            }
        } catch (SsoRefused | ProviderFailed e) {
            if (e.kind() == Problem.Kind.FORBIDDEN) {
                gate.note(Fact.refused(Caller.stranger(line), EventClass.REQUEST_REFUSED)
                        .saying(BY_PROVIDER.with(Name.CODE, e.code())));
            }
            throw e;
        }
    }

    private void close(LoggedOut out, UUID person, Line line) {
        Caller provided = new Caller(new Actor.System(), Optional.empty(), Optional.empty(), line);
        Fact closed = Fact.done(provided, EventClass.SESSION_CLOSED, Links.subject(person))
                .saying(BY_PROVIDER);
        gate.note(closed, Moves.NOTHING, at -> {
            useUp(out);
            long ended = sessions.closeThese(arrivals.of(out.issuer(), out.subject(), out.sid()));
            return new Done<>(person, Details.none().with(Name.COUNT, ended), List.of());
        });
    }

    private void useUp(LoggedOut out) {
        if (!once.use(Attempt.sha256("logout " + out.issuer() + " " + out.jti()), clock.instant())) {
            throw SsoRefused.anotherAttempt();
        }
    }
}
