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
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Person.Belongings;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.UUID;

/**
 * The only way back where no administrator can sign in: for whoever has the host. That it is used is on the log before it
 * has any effect, so it cannot be used where the log cannot be written, and never unseen.
 */
@ApplicationScoped
public class Recovery {
    private static final Details HOW = Details.none().with(Name.METHOD, "admin-recover");

    private final People people;
    private final Groups groups;
    private final Passwords passwords;
    private final Instance<Belongings> belongings;
    private final Gate gate;
    private final Ids ids;

    Recovery(People people, Groups groups, Passwords passwords, Instance<Belongings> belongings, Gate gate, Ids ids) {
        this.people = people;
        this.groups = groups;
        this.passwords = passwords;
        this.belongings = belongings;
        this.gate = gate;
        this.ids = ids;
    }

    /**
     * Lets somebody back as an administrator: he is active, whatever he was, and all by which he showed himself before is
     * given up.
     *
     * @param password good only for setting one of his own
     */
    public void letBack(String name, String password) {
        Person person = people.find(AccountName.of(name)).orElseThrow(Recovery::nobody);
        Passwords.Hash hash = passwords.hash(password);
        recordFirst(person.id());
        give(person.id(), EventClass.PERSON_CHANGED, hash, at -> {
            if (!isActive(person.id()) && !people.restore(person.id()) && !people.activate(person.id(), at.time())) {
                throw PeopleRefused.removed(); // meanwhile
            }
        });
    }

    /** Makes an administrator who was not there before. */
    public void add(String name, String password) {
        AccountName account = AccountName.of(name);
        if (people.find(account).isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "account-name-taken", "somebody has this account name already");
        }
        Passwords.Hash hash = passwords.hash(password);
        UUID person = ids.next();
        recordFirst(person);
        give(person, EventClass.PERSON_ADDED, hash, at -> people.add(person, account, account.value(), at.time()));
    }

    /** Committed by itself. If it cannot be, this throws, and nothing has happened. */
    private void recordFirst(UUID person) {
        gate.note(Fact.done(Caller.HOST, EventClass.HOST_ACTED, subject(person)).saying(HOW));
    }

    /** Something that is done in a change. */
    private interface Step {
        void at(Done.Moment moment);
    }

    private void give(UUID person, EventClass kind, Passwords.Hash hash, Step first) {
        Details what = HOW.with(Name.OTHER, Role.ADMINISTRATOR.group());
        gate.note(Fact.done(Caller.HOST, kind, subject(person)), Moves.WORLD, at -> {
            first.at(at);
            groups.join(Role.ADMINISTRATOR.group(), person, at.time());
            belongings.forEach(one -> one.forget(person));
            passwords.giveInitial(person, hash);
            return new Done<>(person, what, List.of());
        });
    }

    private boolean isActive(UUID person) {
        return people.find(person).filter(Person::active).isPresent();
    }

    private static Problem nobody() {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "not-found",
                "nobody has this account name; to make somebody new: `cofactor admin recover --new NAME`");
    }

    private static Subject subject(UUID person) {
        return new Subject(Subject.Kind.PERSON, person);
    }
}
