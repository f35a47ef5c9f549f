// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.factors.Factors;
import dev.cofactor.desk.factors.Match;
import dev.cofactor.desk.factors.SecondFactors;
import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.desk.passkeys.FreshProof;
import dev.cofactor.desk.passkeys.Passkeys;
import dev.cofactor.desk.passkeys.Purpose;
import dev.cofactor.desk.signin.Session.Proof;
import dev.cofactor.engine.clauses.Need.Method;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.world.Proofs;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Proving once more who sits there, for an action that wants it fresh. It counts for the session it was proved in and no
 * other; whoever has a factor proves by it, and a password is good only for whoever has none.
 */
@ApplicationScoped
public class StepUps implements FreshProof, Proofs {
    private static final String PASSWORD = "password";
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final SecondFactors enrolled;
    private final Factors factors;
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Gate gate;
    private final Clock clock;

    StepUps(
            Sessions sessions,
            SecondFactors enrolled,
            Factors factors,
            Passkeys passkeys,
            Passwords passwords,
            Throttle throttle,
            Gate gate,
            Clock clock) {
        this.sessions = sessions;
        this.enrolled = enrolled;
        this.factors = factors;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.throttle = throttle;
        this.gate = gate;
        this.clock = clock;
    }

    /** Whether he did so in this very session, so lately. A machine and a credential for programs never did. */
    public boolean provedWithin(Caller caller, Duration time) {
        Instant since = clock.instant().minus(time);
        return caller.session()
                .flatMap(sessions::proof)
                .filter(proof -> !proof.at().isBefore(since))
                .filter(proof -> !proof.method().equals(PASSWORD) || !hasFactor(caller))
                .isPresent();
    }

    @Override
    public Optional<Steps.Proved> of(UUID person, UUID session) {
        return sessions.proof(session)
                .filter(proof -> !proof.method().equals(PASSWORD) || !enrolled.isEnrolled(person))
                .flatMap(StepUps::proved);
    }

    /** A recovery code is for a factor that is lost, and proves no more than that. */
    private static Optional<Steps.Proved> proved(Proof proof) {
        return Arrays.stream(Method.values())
                .filter(method -> method.name().toLowerCase(Locale.ROOT).equals(proof.method()))
                .findFirst()
                .map(method -> new Steps.Proved(proof.at(), method));
    }

    /** Whoever has no factor yet has nothing to prove by but the session itself: he may have come by single sign-on. */
    @Override
    public boolean isGiven(Caller caller) {
        return !hasFactor(caller) || provedWithin(caller, FRESH);
    }

    /** @throws Needed unless he did; that he was refused is on the log by then */
    public void require(Caller caller, Duration time) {
        if (!provedWithin(caller, time)) {
            Needed needed = new Needed();
            gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED)
                    .saying(Details.none().with(Name.CODE, needed.code())));
            throw needed;
        }
    }

    /** By which of his factors he may prove it. */
    public SecondStep.Ways ways(Caller caller) {
        return new SecondStep.Ways(
                factors.isEnrolled(caller.actor().id()),
                passkeys.isEnrolled(caller.actor().id()),
                false); // a recovery code is for a factor that is lost
    }

    /** By what he is to prove it. */
    public boolean hasFactor(Caller caller) {
        return enrolled.isEnrolled(caller.actor().id());
    }

    /**
     * @param typed a code of his app, or his password, if he has no factor
     * @return the session's next token: whoever knew the one before is left with nothing
     */
    public SessionToken prove(Session session, String typed, Line line) {
        return hasFactor(session.caller(line)) ? byCode(session, typed, line) : byPassword(session, typed, line);
    }

    private SessionToken byPassword(Session session, String typed, Line line) {
        passwords.prove(session, typed, EventClass.FACTOR_PROVED, line);
        return proved(session, PASSWORD, at -> List.of(), line);
    }

    /** What the browser is to ask of his keys, as JSON. */
    public String challenge(Session session, Line line) {
        return passkeys.challenge(session.caller(line), Purpose.STEP_UP);
    }

    /** The same by a key. @param response what the browser made of its answer */
    public SessionToken byPasskey(Session session, String response, Line line) {
        return byFactor(
                session,
                "passkey",
                () -> passkeys.check(session.caller(line), Purpose.STEP_UP, response)
                        .map(Match.class::cast),
                line);
    }

    private SessionToken byCode(Session session, String typed, Line line) {
        return byFactor(session, "totp", () -> factors.check(session.person(), typed), line);
    }

    private SessionToken byFactor(Session session, String method, Supplier<Optional<Match>> look, Line line) {
        Lane lane = Lane.ofSession(session.id());
        throttle.book(lane);
        Match match = look.get().orElseThrow(() -> wrong(session, method, line));
        try {
            SessionToken token = proved(session, match.method(), at -> consumed(match, at), line);
            throttle.forget(lane);
            return token;
        } catch (Wrong e) {
            throw wrong(session, method, line);
        }
    }

    private static List<Claim.Tell> consumed(Match match, Done.Moment at) {
        if (!match.consume()) {
            throw new Wrong();
        }
        return match.tells(at);
    }

    private interface Consumption {
        List<Claim.Tell> at(Done.Moment moment);
    }

    private SessionToken proved(Session session, String method, Consumption consumption, Line line) {
        Fact fact = Fact.done(session.caller(line), EventClass.FACTOR_PROVED, Sessions.subject(session.id()))
                .saying(Details.none().with(Name.METHOD, method))
                .whileSignedIn();
        return gate.note(fact, Moves.NOTHING, at -> {
            List<Claim.Tell> tells = consumption.at(at);
            SessionToken token = sessions.proved(session.id(), new Proof(method, clock.instant()));
            return new Done<>(token, Details.none(), tells);
        });
    }

    /** On the log before it is told. */
    private Wrong wrong(Session session, String method, Line line) {
        Wrong wrong = new Wrong();
        Subject person = new Subject(Subject.Kind.PERSON, session.person());
        gate.note(Fact.failed(session.caller(line), EventClass.FACTOR_PROVED, Optional.of(person))
                .saying(Details.none().with(Name.METHOD, method).with(Name.CODE, wrong.code())));
        return wrong;
    }

    /** Something wants a fresh proof. Pages lead to the place where it is given, and back. */
    public static final class Needed extends Problem {
        private static final long serialVersionUID = 1;

        public static final String CODE = "step-up-required";

        Needed() {
            super(Kind.FORBIDDEN, CODE, "prove once more that it is you");
        }
    }

    /** The code is not right, or was used before. */
    public static final class Wrong extends Problem {
        private static final long serialVersionUID = 1;

        Wrong() {
            super(Kind.FORBIDDEN, "code-wrong", "this code is not right, or it was used already");
        }
    }
}
