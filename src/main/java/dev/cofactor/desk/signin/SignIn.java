// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.factors.SecondFactors;
import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.desk.signin.Session.Opening;
import dev.cofactor.desk.signin.Session.Stage;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.hashing.Hashing;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in with a name and a password; for whoever has a second factor it is half a sign-in. No transaction is open while
 * a password is hashed.
 */
@ApplicationScoped
public class SignIn {
    private static final Details WITH_PASSWORD = Details.none().with(Name.METHOD, "password");

    private final People people;
    private final PasswordRows passwords;
    private final Hashing hashing;
    private final Throttle throttle;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Gate gate;
    private final Clock clock;
    private final Ids ids;

    SignIn(
            People people,
            PasswordRows passwords,
            Hashing hashing,
            Throttle throttle,
            SecondFactors factors,
            Sessions sessions,
            Gate gate,
            Clock clock,
            Ids ids) {
        this.people = people;
        this.passwords = passwords;
        this.hashing = hashing;
        this.throttle = throttle;
        this.factors = factors;
        this.sessions = sessions;
        this.gate = gate;
        this.clock = clock;
        this.ids = ids;
    }

    /** From a browser that is not known. */
    public SessionToken with(String typedName, String password, Optional<SessionToken> previous, Line line) {
        return with(Lane.ofAccount(typedName), typedName, password, previous, line);
    }

    /**
     * @param lane in which the attempt queues up
     * @param previous the session this browser had, if any: it ends, so that nobody can plant one
     */
    public SessionToken with(Lane lane, String typedName, String password, Optional<SessionToken> previous, Line line) {
        throttle.book(lane);
        Optional<Known> known = QuarkusTransaction.requiringNew().call(() -> known(typedName));
        if (known.isEmpty()) {
            hashing.matchesNobody(password);
        }
        Known verified =
                known.filter(one -> hashing.matches(one.hash, password)).orElseThrow(() -> refused(known, line));
        previous.ifPresent(token -> sessions.close(token, line));
        if (factors.isEnrolled(verified.person)) {
            return open(verified, Opening.half(verified.person), EventClass.PASSWORD_PROVED, line);
        }
        SessionToken token =
                open(verified, Opening.byPassword(verified.person, clock.instant()), EventClass.SESSION_OPENED, line);
        // By a whole sign-in alone: a right password must not give another five codes to guess at.
        throttle.forget(lane);
        return token;
    }

    private record Known(UUID person, String hash) {
        Subject subject() {
            return new Subject(Subject.Kind.PERSON, person);
        }
    }

    private Optional<Known> known(String typedName) {
        return AccountName.find(typedName)
                .flatMap(people::find)
                .filter(Person::active)
                .flatMap(person -> passwords.findByIdOptional(person.id()))
                .map(row -> new Known(row.person, row.hash));
    }

    /** Hash and factors were looked at outside: if either has changed since, the sign-in was with what was before. */
    private SessionToken open(Known known, Opening opening, EventClass kind, Line line) {
        UUID session = ids.next();
        Caller caller = Caller.person(known.person, session, line);
        Fact opened = Fact.done(caller, kind, Sessions.subject(session)).saying(WITH_PASSWORD);
        try {
            return gate.note(opened, Moves.NOTHING, at -> {
                boolean half = opening.stage() == Stage.HALF;
                if (!passwords.stillHas(known.person, known.hash) || factors.isEnrolled(known.person) != half) {
                    throw new Refused();
                }
                return Done.of(sessions.open(session, opening));
            });
        } catch (Refused e) {
            throw refused(Optional.of(known), line);
        }
    }

    /** On the log before it is told. */
    private Refused refused(Optional<Known> known, Line line) {
        Refused refused = new Refused();
        gate.note(Fact.failed(Caller.stranger(line), EventClass.SIGN_IN_FAILED, known.map(Known::subject))
                .saying(WITH_PASSWORD.with(Name.CODE, refused.code())));
        return refused;
    }

    /** One answer for a wrong name, a wrong password and a suspended person. */
    static final class Refused extends Problem {
        Refused() {
            super(Kind.UNAUTHENTICATED, "sign-in-refused", "name or password is not right");
        }
    }
}
