// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.people.Activation;
import dev.cofactor.desk.provider.Proven;
import dev.cofactor.desk.provider.Provider;
import dev.cofactor.desk.provider.ProviderFailed;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The way to the provider and back. */
@ApplicationScoped
public class SingleSignOn {
    /** How long somebody may take at the provider. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Provider provider;
    private final Entrance entrance;
    private final OnceRows once;
    private final Arrivals arrivals;
    private final Activation activation;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Gate gate;
    private final Clock clock;
    private final SecureRandom random;

    SingleSignOn(
            Provider provider,
            Entrance entrance,
            OnceRows once,
            Arrivals arrivals,
            Activation activation,
            Passwords passwords,
            Sessions sessions,
            Gate gate,
            Clock clock,
            SecureRandom random) {
        this.provider = provider;
        this.entrance = entrance;
        this.once = once;
        this.arrivals = arrivals;
        this.activation = activation;
        this.passwords = passwords;
        this.sessions = sessions;
        this.gate = gate;
        this.clock = clock;
        this.random = random;
    }

    /** Where the browser is led, and what it alone keeps meanwhile. */
    public record Begun(URI address, String cookie) {
        @Override
        public String toString() {
            return "Begun[redacted]";
        }
    }

    /** What the provider sent the browser back with. */
    public record Answer(String state, Optional<String> code, Optional<String> iss, Optional<String> error) {
        @Override
        public String toString() {
            return "Answer[redacted]";
        }
    }

    /** What the browser has of its own: what it was given when it was led away, and its session. */
    public record Kept(Optional<String> cookie, Optional<Session> session, Optional<SessionToken> token) {}

    /** What came of it. */
    public sealed interface Arrived {
        /** @param back the path to go on to, as it was asked for: whether it is ours is not looked at here */
        record SignedIn(SessionToken token, String back) implements Arrived {}

        /** The session stays as it was. */
        record Linked() implements Arrived {}
    }

    /** What people call the provider; nothing where there is no single sign-on. */
    public Optional<String> name() {
        return provider.name();
    }

    public Begun begin(String back) {
        return begun(Attempt.fresh(random, Attempt.Kind.SIGN_IN, back));
    }

    /** For somebody who came with an invitation and would rather have no password here. Uses nothing up. */
    public Optional<Begun> beginInvited(String invitation, Line line) {
        return activation
                .look(invitation, line)
                .map(offer -> begun(Attempt.fresh(random, Attempt.Kind.INVITATION, invitation)));
    }

    /** @param password proves that it is still the person who sits there */
    public Begun beginLink(Session session, String password, Line line) {
        passwords.prove(session, password, EventClass.SSO_LINKED, line);
        Attempt attempt = Attempt.fresh(random, Attempt.Kind.LINK, "");
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> once.permit(attempt.hash(), session.id(), now.plus(PATIENCE), now));
        return begun(attempt);
    }

    /** @throws Problem where nothing came of it; that it did not is on the log by then, unless nobody could be asked */
    public Arrived comeBack(Answer answer, Kept kept, Line line) {
        Arrived arrived;
        try {
            Attempt attempt = kept.cookie()
                    .flatMap(Attempt::read)
                    .filter(one -> one.isAnsweredBy(answer.state()))
                    .orElseThrow(SsoRefused::anotherAttempt);
            arrived = arrived(attempt, proven(attempt, answer), kept, line);
        } catch (SsoRefused | ProviderFailed e) {
            noted(e, line);
            throw e;
        }
        // Whoever sat at this browser before is gone: nobody can plant a session.
        if (arrived instanceof Arrived.SignedIn) {
            kept.token().ifPresent(before -> sessions.close(before, line));
        }
        return arrived;
    }

    /** Where a browser goes that is about to sign out here of a session that the provider vouched for. */
    public Optional<URI> goodbye(Session session) {
        return QuarkusTransaction.requiringNew().call(() -> arrivals.isOne(session.id()))
                ? provider.goodbye()
                : Optional.empty();
    }

    private Begun begun(Attempt attempt) {
        return new Begun(provider.authorization(attempt.asked()), attempt.cookie());
    }

    private Proven proven(Attempt attempt, Answer answer) {
        provider.mustHaveAnswered(answer.iss());
        String code = answer.error().isPresent() ? "" : answer.code().orElse("");
        if (code.isEmpty()) {
            throw SsoRefused.atProvider();
        }
        return provider.exchange(code, attempt.verifier(), attempt.nonce());
    }

    private Arrived arrived(Attempt attempt, Proven proven, Kept kept, Line line) {
        return switch (attempt.kind()) {
            case SIGN_IN -> new Arrived.SignedIn(entrance.signIn(attempt, proven, line), attempt.carried());
            case INVITATION -> new Arrived.SignedIn(entrance.activate(attempt, proven, line), "");
            case LINK -> {
                entrance.link(attempt, proven, kept.session().orElseThrow(SsoRefused::anotherAttempt), line);
                yield new Arrived.Linked();
            }
        };
    }

    /** That the provider could not be asked is no refusal. Who it was is not said: nobody here, or nothing was proven. */
    private void noted(Problem problem, Line line) {
        if (problem.kind() == Problem.Kind.FORBIDDEN || problem.kind() == Problem.Kind.CONFLICT) {
            gate.note(Fact.failed(Caller.stranger(line), EventClass.SIGN_IN_FAILED, Optional.empty())
                    .saying(Details.none().with(Name.METHOD, Entrance.METHOD).with(Name.CODE, problem.code())));
        }
    }
}
