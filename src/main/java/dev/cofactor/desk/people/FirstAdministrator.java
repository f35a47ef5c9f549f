// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** The one person nobody invites. Made once, by whoever runs the machine; everybody else comes through him. */
@ApplicationScoped
public class FirstAdministrator {
    private final People people;
    private final Passwords passwords;

    FirstAdministrator(People people, Passwords passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    public boolean exists() {
        return !people.isEmpty();
    }

    /** @param password good only for setting one of his own */
    public void create(String name, String password) {
        AccountName account = AccountName.of(name);
        Passwords.Hash hash = passwords.hash(password);
        QuarkusTransaction.requiringNew().run(() -> {
            if (exists()) {
                throw new Problem(Problem.Kind.CONFLICT, "administrator-exists", "there is an administrator already");
            }
            Person administrator = people.add(account, account.value());
            passwords.giveInitial(administrator.id(), hash);
        });
    }

    /** Whether the administrator still has the password he was given. */
    public boolean stillInitial(String name) {
        return people.find(AccountName.of(name))
                .map(person -> passwords.initialStands(person.id()))
                .orElse(false);
    }

    /** A new password in place of one that got lost before its first use. */
    public void giveAgain(String name, String password) {
        Passwords.Hash hash = passwords.hash(password);
        people.find(AccountName.of(name)).ifPresent(person -> passwords.giveInitial(person.id(), hash));
    }
}
