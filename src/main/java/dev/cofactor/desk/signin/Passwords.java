// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.duties.Duties;
import dev.cofactor.desk.duties.Duty;
import dev.cofactor.desk.factors.Reauthentication;
import dev.cofactor.desk.factors.RecoveryCodes;
import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.guessing.Obvious;
import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.desk.signin.Session.Opening;
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
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Giving and changing local passwords. */
@ApplicationScoped
public class Passwords implements Reauthentication {
    public static final int SHORTEST = 12;
    /** Long enough for any sentence, short enough not to be a way to make us hash novels. */
    static final int LONGEST = 256;

    /** After a recovery code: long enough to set up another app. */
    private static final Duration RECOVERING = Duration.ofMinutes(10);

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int INITIAL_LETTERS = 20;

    private final PasswordRows rows;
    private final Sessions sessions;
    private final Gate gate;
    private final Throttle throttle;
    private final Hashing hashing;
    private final Obvious obvious;
    private final People people;
    private final Duties duties;
    private final Clock clock;
    private final SecureRandom random;
    private final Ids ids;
    private final Event<InitialPasswordReplaced> replaced;

    Passwords(
            PasswordRows rows,
            Sessions sessions,
            Gate gate,
            Throttle throttle,
            Hashing hashing,
            Obvious obvious,
            People people,
            Duties duties,
            Clock clock,
            SecureRandom random,
            Ids ids,
            Event<InitialPasswordReplaced> replaced) {
        this.rows = rows;
        this.sessions = sessions;
        this.gate = gate;
        this.throttle = throttle;
        this.hashing = hashing;
        this.obvious = obvious;
        this.people = people;
        this.duties = duties;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
        this.replaced = replaced;
    }

    /** Twenty letters and digits without look-alikes: 100 bits, to be typed once. */
    public String generate() {
        StringBuilder password = new StringBuilder(INITIAL_LETTERS);
        for (int i = 0; i < INITIAL_LETTERS; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Gives somebody a password that is good only for setting one of his own. */
    public void giveInitial(UUID person, Hash hash) {
        QuarkusTransaction.joiningExisting().run(() -> store(person, hash.text, true, clock.instant()));
    }

    /** The slow part of giving one; never inside a transaction. */
    public Hash hash(String password) {
        return new Hash(hashing.of(password));
    }

    /** The same for one of somebody's own choice. @throws PasswordUnfit */
    public Hash hashOwn(UUID person, String password) {
        mustBeGood(person, password);
        return hash(password);
    }

    /** Part of the change that lets somebody in for the first time: his own password, and the session he begins with. */
    public SessionToken begin(UUID person, Hash own, UUID session) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            store(person, own.text, false, clock.instant());
            return sessions.open(session, Opening.byPassword(person, clock.instant()));
        });
    }

    public boolean initialStands(UUID person) {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        rows.findByIdOptional(person).map(row -> row.initial).orElse(false));
    }

    /** Replaces an initial password; every session of the person ends and a new one begins. */
    public SessionToken setOwn(Session session, String password, Line line) {
        mustBeGood(session.person(), password);
        String current = initialHash(session.person());
        if (hashing.matches(current, password)) {
            throw new PasswordUnfit("choose a password other than the one you were given");
        }
        return replace(session, current, password, line);
    }

    /** @param current proves that it is still the person who sits there; guessing is slowed */
    public SessionToken change(Session session, String current, String password, Line line) {
        mustBeGood(session.person(), password);
        String stored = proved(session, current, EventClass.PASSWORD_CHANGED, line);
        return replace(session, stored, password, line);
    }

    /**
     * That it is still the person who sits there; guessing is slowed.
     *
     * @param what it is wanted for, which has failed where the password is wrong
     * @throws WrongPassword for whoever has none, too
     */
    public void prove(Session session, String current, EventClass what, Line line) {
        proved(session, current, what, line);
    }

    /** For what somebody does to his factors: the attempt counts until the code beside it was right too. */
    @Override
    public Attempt begin(Caller caller, String password) {
        compared(caller, password, EventClass.SIGN_IN_FAILED);
        return () -> throttle.forget(lane(caller));
    }

    @Override
    public boolean isRecovering(Caller caller) {
        Instant since = clock.instant().minus(RECOVERING);
        return caller.session()
                .flatMap(sessions::proof)
                .filter(proof -> proof.method().equals(RecoveryCodes.METHOD)
                        && !proof.at().isBefore(since))
                .isPresent();
    }

    /** @return the hash that it was compared with */
    private String proved(Session session, String current, EventClass what, Line line) {
        Caller caller = session.caller(line);
        String stored = compared(caller, current, what);
        throttle.forget(lane(caller));
        return stored;
    }

    /** He is signed in, so nobody else's guesses keep him from it. */
    private static Lane lane(Caller caller) {
        return Lane.ofSession(caller.session().orElseThrow());
    }

    private String compared(Caller caller, String typed, EventClass what) {
        UUID person = caller.actor().id();
        String stored = QuarkusTransaction.requiringNew()
                .call(() -> rows.findByIdOptional(person).map(row -> row.hash).orElseThrow(WrongPassword::new));
        throttle.book(lane(caller));
        if (!hashing.matches(stored, typed)) {
            gate.note(Fact.failed(caller, what, Optional.of(new Subject(Subject.Kind.PERSON, person)))
                    .saying(Details.none().with(Name.CODE, WrongPassword.CODE)));
            throw new WrongPassword();
        }
        return stored;
    }

    private SessionToken replace(Session session, String before, String password, Line line) {
        String hash = hashing.of(password);
        UUID next = ids.next();
        Fact changed = Fact.done(session.caller(line), EventClass.PASSWORD_CHANGED, subject(session));
        SessionToken token = gate.note(changed.whileSignedIn(), Moves.NOTHING, at -> {
            if (!rows.stillHas(session.person(), before)) {
                throw new WrongPassword();
            }
            store(session.person(), hash, false, at.time());
            duties.met(session.person(), Duty.CHANGE_PASSWORD, at.time());
            Opening same = sessions.opening(session.id()).orElseThrow(WrongPassword::new);
            long ended = sessions.closeAllOf(session.person());
            Details what = Details.none().with(Name.COUNT, ended).with(Name.OTHER, next);
            return new Done<>(sessions.open(next, same), what, List.of());
        });
        replaced.fire(new InitialPasswordReplaced(session.person()));
        return token;
    }

    private static Subject subject(Session session) {
        return new Subject(Subject.Kind.PERSON, session.person());
    }

    private String initialHash(UUID person) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        rows.findByIdOptional(person).filter(row -> row.initial).map(row -> row.hash))
                .orElseThrow(WrongPassword::new);
    }

    private void store(UUID person, String hash, boolean initial, Instant at) {
        rows.findByIdOptional(person)
                .ifPresentOrElse(
                        row -> row.replace(hash, initial, at),
                        () -> rows.persist(new PasswordRow(person, hash, initial, at)));
    }

    private void mustBeGood(UUID person, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new PasswordUnfit("use at least " + SHORTEST + " characters");
        }
        if (length > LONGEST) {
            throw new PasswordUnfit("use at most " + LONGEST + " characters");
        }
        Optional<Person> whose = people.find(person);
        List<String> names = whose.stream()
                .flatMap(one -> Stream.of(one.accountName(), one.displayName()))
                .toList();
        obvious.in(password, names).ifPresent(fault -> {
            throw new PasswordUnfit(fault.rule());
        });
    }

    /** A password's hash on its way to the table. */
    public static final class Hash {
        private final String text;

        private Hash(String text) {
            this.text = text;
        }
    }

    /** The new password cannot be taken. */
    public static final class PasswordUnfit extends Problem {
        PasswordUnfit(String why) {
            super(Kind.INVALID, "password-unfit", why);
        }
    }

    /** The current password given with the new one is not the person's, or no longer. */
    public static final class WrongPassword extends Problem {
        static final String CODE = "wrong-password";

        WrongPassword() {
            super(Kind.FORBIDDEN, CODE, "the current password is not right");
        }
    }

    /** Fired after the change is committed. */
    public record InitialPasswordReplaced(UUID person) {}
}
