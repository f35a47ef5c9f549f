// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Signing in with a name and a password. No transaction is open while a password is hashed. */
@ApplicationScoped
public class SignIn {
    private final People people;
    private final PasswordRows passwords;
    private final Hashing hashing;
    private final Throttle throttle;
    private final Sessions sessions;

    SignIn(People people, PasswordRows passwords, Hashing hashing, Throttle throttle, Sessions sessions) {
        this.people = people;
        this.passwords = passwords;
        this.hashing = hashing;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /** @param previous the session this browser had, if any: it ends, so that nobody can plant one */
    public SessionToken with(String typedName, String password, Optional<SessionToken> previous) {
        throttle.book(typedName);
        Known known = verified(typedName, password).orElseThrow(Refused::new);
        SessionToken token = QuarkusTransaction.requiringNew().call(() -> open(known, previous));
        throttle.forget(typedName);
        return token;
    }

    private record Known(UUID person, String hash) {}

    private Optional<Known> verified(String typedName, String password) {
        Optional<Known> known = QuarkusTransaction.requiringNew().call(() -> known(typedName));
        if (known.isEmpty()) {
            hashing.matchesNobody(password);
            return known;
        }
        return known.filter(one -> hashing.matches(one.hash, password));
    }

    private Optional<Known> known(String typedName) {
        return AccountName.find(typedName)
                .flatMap(people::find)
                .filter(Person::active)
                .flatMap(person -> passwords.findByIdOptional(person.id()))
                .map(row -> new Known(row.person, row.hash));
    }

    /** The hash was compared outside: if the password has changed since, the sign-in was with the old one. */
    private SessionToken open(Known known, Optional<SessionToken> previous) {
        if (!passwords.stillHas(known.person, known.hash)) {
            throw new Refused();
        }
        previous.ifPresent(sessions::close);
        return sessions.open(known.person);
    }

    /** One answer for a wrong name, a wrong password and a suspended person. */
    static final class Refused extends Problem {
        Refused() {
            super(Kind.UNAUTHENTICATED, "sign-in-refused", "name or password is not right");
        }
    }
}
