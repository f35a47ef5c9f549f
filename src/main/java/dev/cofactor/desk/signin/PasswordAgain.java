// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.factors.Reauthentication;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.hashing.Hashing;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Asks for the password once more. Guessing is slowed as at the door, and until the whole proof has succeeded. */
@ApplicationScoped
class PasswordAgain implements Reauthentication {
    private final People people;
    private final PasswordRows rows;
    private final Hashing hashing;
    private final Throttle throttle;
    private final Gate gate;

    PasswordAgain(People people, PasswordRows rows, Hashing hashing, Throttle throttle, Gate gate) {
        this.people = people;
        this.rows = rows;
        this.hashing = hashing;
        this.throttle = throttle;
        this.gate = gate;
    }

    @Override
    public Attempt begin(Caller caller, String password) {
        Person person = people.find(caller.actor().id()).orElseThrow(Passwords.WrongPassword::new);
        throttle.book(person.accountName());
        Optional<String> stored = QuarkusTransaction.requiringNew()
                .call(() -> rows.findByIdOptional(person.id()).map(row -> row.hash));
        boolean right =
                stored.map(hash -> hashing.matches(hash, password)).orElseGet(() -> hashing.matchesNobody(password));
        if (!right) {
            Passwords.WrongPassword wrong = new Passwords.WrongPassword();
            Subject subject = new Subject(Subject.Kind.PERSON, person.id());
            gate.note(Fact.failed(caller, EventClass.SIGN_IN_FAILED, Optional.of(subject))
                    .saying(Details.none().with(Name.METHOD, "password").with(Name.CODE, wrong.code())));
            throw wrong;
        }
        return () -> throttle.forget(person.accountName());
    }
}
