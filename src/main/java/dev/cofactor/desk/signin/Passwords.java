// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.ground.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Giving and changing local passwords. */
@ApplicationScoped
public class Passwords {
    public static final int SHORTEST = 12;
    /** Long enough for any sentence, short enough not to be a way to make us hash novels. */
    static final int LONGEST = 256;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int INITIAL_LETTERS = 20;

    private final PasswordRows rows;
    private final Sessions sessions;
    private final Hashing hashing;
    private final Clock clock;
    private final SecureRandom random;
    private final Event<InitialPasswordReplaced> replaced;

    Passwords(
            PasswordRows rows,
            Sessions sessions,
            Hashing hashing,
            Clock clock,
            SecureRandom random,
            Event<InitialPasswordReplaced> replaced) {
        this.rows = rows;
        this.sessions = sessions;
        this.hashing = hashing;
        this.clock = clock;
        this.random = random;
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
        QuarkusTransaction.joiningExisting().run(() -> store(person, hash.text, true));
    }

    /** The slow part of giving one; never inside a transaction. */
    public Hash hash(String password) {
        return new Hash(hashing.of(password));
    }

    public boolean initialStands(UUID person) {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        rows.findByIdOptional(person).map(row -> row.initial).orElse(false));
    }

    /** Replaces an initial password; every session of the person ends and a new one begins. */
    public SessionToken setOwn(UUID person, String password) {
        mustBeGood(password);
        String current = initialHash(person);
        if (hashing.matches(current, password)) {
            throw new PasswordUnfit("choose a password other than the one you were given");
        }
        return replace(person, current, password);
    }

    /** @param current proves that it is still the person who sits there */
    public SessionToken change(UUID person, String current, String password) {
        mustBeGood(password);
        String stored = QuarkusTransaction.requiringNew()
                .call(() -> rows.findByIdOptional(person).map(row -> row.hash).orElseThrow(WrongPassword::new));
        if (!hashing.matches(stored, current)) {
            throw new WrongPassword();
        }
        return replace(person, stored, password);
    }

    private SessionToken replace(UUID person, String before, String password) {
        String hash = hashing.of(password);
        SessionToken token = QuarkusTransaction.requiringNew().call(() -> {
            if (!rows.stillHas(person, before)) {
                throw new WrongPassword();
            }
            store(person, hash, false);
            sessions.closeAllOf(person);
            return sessions.open(person);
        });
        replaced.fire(new InitialPasswordReplaced(person));
        return token;
    }

    private String initialHash(UUID person) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        rows.findByIdOptional(person).filter(row -> row.initial).map(row -> row.hash))
                .orElseThrow(WrongPassword::new);
    }

    private void store(UUID person, String hash, boolean initial) {
        rows.findByIdOptional(person)
                .ifPresentOrElse(
                        row -> row.replace(hash, initial, clock.instant()),
                        () -> rows.persist(new PasswordRow(person, hash, initial, clock.instant())));
    }

    private static void mustBeGood(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new PasswordUnfit("use at least " + SHORTEST + " characters");
        }
        if (length > LONGEST) {
            throw new PasswordUnfit("use at most " + LONGEST + " characters");
        }
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
        WrongPassword() {
            super(Kind.FORBIDDEN, "wrong-password", "the current password is not right");
        }
    }

    /** Fired after the change is committed. */
    public record InitialPasswordReplaced(UUID person) {}
}
