// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.desk.signin.Passwords;
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
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The one person nobody invites. Made once, by whoever runs the machine; everybody else comes through him. */
@ApplicationScoped
public class FirstAdministrator {
    private final People people;
    private final Groups groups;
    private final Passwords passwords;
    private final Gate gate;
    private final Ids ids;

    FirstAdministrator(People people, Groups groups, Passwords passwords, Gate gate, Ids ids) {
        this.people = people;
        this.groups = groups;
        this.passwords = passwords;
        this.gate = gate;
        this.ids = ids;
    }

    public boolean exists() {
        return !people.isEmpty();
    }

    /** @param password good only for setting one of his own */
    public void create(String name, String password) {
        AccountName account = AccountName.of(name);
        Passwords.Hash hash = passwords.hash(password);
        UUID person = ids.next();
        Fact added = Fact.done(Caller.HOST, EventClass.PERSON_ADDED, subject(person));
        gate.note(added, Moves.WORLD, at -> {
            if (exists()) {
                throw new Problem(Problem.Kind.CONFLICT, "administrator-exists", "there is an administrator already");
            }
            people.add(person, account, account.value(), at.time());
            groups.join(Role.ADMINISTRATOR.group(), person, at.time());
            passwords.giveInitial(person, hash);
            return new Done<>(person, Details.none().with(Name.OTHER, Role.ADMINISTRATOR.group()), List.of());
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
        people.find(AccountName.of(name)).ifPresent(person -> {
            Fact given = Fact.done(Caller.HOST, EventClass.PASSWORD_CHANGED, subject(person.id()));
            gate.note(given, Moves.NOTHING, at -> {
                passwords.giveInitial(person.id(), hash);
                return Done.of(person.id());
            });
        });
    }

    private static Subject subject(UUID person) {
        return new Subject(Subject.Kind.PERSON, person);
    }
}
