// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.factors.Factors;
import dev.cofactor.desk.factors.Match;
import dev.cofactor.desk.factors.RecoveryCodes;
import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.desk.passkeys.Passkeys;
import dev.cofactor.desk.passkeys.Purpose;
import dev.cofactor.desk.signin.Session.Opening;
import dev.cofactor.desk.signin.Session.Proof;
import dev.cofactor.desk.signin.Session.Stage;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * From half a sign-in to a whole one. What was typed is looked at outside any transaction; it is used up, the half ends and
 * the next session begins in one, with another token: of many who come with the same code one goes on.
 */
@ApplicationScoped
public class SecondStep {
    private final Factors factors;
    private final Passkeys passkeys;
    private final RecoveryCodes recovery;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Gate gate;
    private final Clock clock;
    private final Ids ids;

    SecondStep(
            Factors factors,
            Passkeys passkeys,
            RecoveryCodes recovery,
            Sessions sessions,
            Throttle throttle,
            Gate gate,
            Clock clock,
            Ids ids) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.sessions = sessions;
        this.throttle = throttle;
        this.gate = gate;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param lane of the account, or of the browser if it is known: the same in which the password was
     * @throws Refused for a code that is wrong and for one that was used before alike
     */
    public SessionToken byCode(Session half, Lane lane, String typed, Line line) {
        return taken(half, lane, "totp", () -> factors.check(half.person(), typed), line);
    }

    /** By which of his factors he may go on: what he has none of is not asked for. */
    public Ways ways(Session half) {
        return new Ways(
                factors.isEnrolled(half.person()), passkeys.isEnrolled(half.person()), recovery.areKept(half.person()));
    }

    /**
     * What somebody has.
     *
     * @param app codes of an app
     * @param key a passkey or a security key
     * @param recovery recovery codes that he said he keeps
     */
    public record Ways(boolean app, boolean key, boolean recovery) {}

    /** What the browser is to ask of his keys, as JSON. */
    public String challenge(Session half, Line line) {
        return passkeys.challenge(half.caller(line), Purpose.SIGN_IN);
    }

    /** @param response what the browser made of the key's answer */
    public SessionToken byPasskey(Session half, Lane lane, String response, Line line) {
        return taken(
                half,
                lane,
                "passkey",
                () -> passkeys.check(half.caller(line), Purpose.SIGN_IN, response)
                        .map(Match.class::cast),
                line);
    }

    /** Leads to a session in which its person says first that he goes on. */
    public SessionToken byRecoveryCode(Session half, Lane lane, String typed, Line line) {
        return taken(
                half,
                lane,
                RecoveryCodes.METHOD,
                () -> recovery.check(half.person(), typed).map(Match.class::cast),
                line);
    }

    /** How many recovery codes are left to somebody who has just used one. */
    public int codesLeft(Session session) {
        return recovery.left(session.person());
    }

    /** Somebody who came in by a recovery code says that he knows, and goes on. */
    public SessionToken goOn(Session recovered, Line line) {
        UUID next = ids.next();
        Fact opened = Fact.done(
                        Caller.person(recovered.person(), next, line),
                        EventClass.SESSION_OPENED,
                        Sessions.subject(next))
                .saying(Details.none().with(Name.METHOD, RecoveryCodes.METHOD).with(Name.OTHER, recovered.id()));
        return gate.note(opened, Moves.NOTHING, at -> {
            Opening before = opening(recovered, Stage.RECOVERY);
            return Done.of(replaced(recovered, next, before.goingOn()));
        });
    }

    /** Booked before it is looked at; whoever has guessed too often at the password does not go on here. */
    private SessionToken taken(Session half, Lane lane, String method, Supplier<Optional<Match>> look, Line line) {
        throttle.book(lane);
        Match match = look.get().orElseThrow(() -> refused(half, method, line));
        SessionToken token = rise(half, match, line);
        throttle.forget(lane);
        return token;
    }

    /** The first who gets here with a code has it. */
    SessionToken rise(Session half, Match match, Line line) {
        boolean recovered = match instanceof RecoveryCodes.Used;
        UUID next = ids.next();
        Fact risen = Fact.done(
                        Caller.person(half.person(), next, line),
                        recovered ? EventClass.RECOVERY_CODE_USED : EventClass.SESSION_OPENED,
                        Sessions.subject(next))
                .saying(Details.none().with(Name.METHOD, match.method()).with(Name.OTHER, half.id()));
        try {
            return gate.note(risen, Moves.NOTHING, at -> {
                Opening before = opening(half, Stage.HALF);
                if (!match.consume()) {
                    throw new Refused();
                }
                Proof proof = new Proof(match.method(), clock.instant());
                Stage stage = recovered ? Stage.RECOVERY : Stage.FULL;
                SessionToken token = replaced(half, next, before.risen(stage, proof));
                return new Done<>(token, Details.none(), match.tells(at));
            });
        } catch (Refused e) {
            throw refused(half, match.method(), line);
        }
    }

    /** As it is now: a moment ago it may have ended, or risen. */
    private Opening opening(Session session, Stage at) {
        return sessions.opening(session.id())
                .filter(opening -> opening.stage() == at)
                .orElseThrow(Refused::new);
    }

    private SessionToken replaced(Session session, UUID by, Opening opening) {
        return sessions.replace(session.id(), by, opening).orElseThrow(Refused::new);
    }

    /** On the log before it is told. */
    private Refused refused(Session half, String method, Line line) {
        Refused refused = new Refused();
        Subject person = new Subject(Subject.Kind.PERSON, half.person());
        gate.note(Fact.failed(half.caller(line), EventClass.SIGN_IN_FAILED, Optional.of(person))
                .saying(Details.none().with(Name.METHOD, method).with(Name.CODE, refused.code())));
        return refused;
    }

    /** One answer for a wrong code, one that was used, and a sign-in that has ended. */
    public static final class Refused extends Problem {
        private static final long serialVersionUID = 1;

        Refused() {
            super(Kind.UNAUTHENTICATED, "second-step-refused", "this code is not right, or it was used already");
        }
    }
}
