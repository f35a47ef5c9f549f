// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Those who look after the installation. One who is active stays in any case, and a second is asked for until there is one. */
@ApplicationScoped
public class Administrators {
    /** With fewer, one lost phone leaves the host's command as the only way back. */
    static final int ENOUGH = 2;

    private final People people;

    Administrators(People people) {
        this.people = people;
    }

    /** How many are active, whether they stand there themselves or through groups. */
    public int active() {
        return people.activeAmong(List.of(Role.ADMINISTRATOR.group())).size();
    }

    public boolean anotherIsNeeded() {
        return active() < ENOUGH;
    }

    /** Part of a change, under the head's lock: it is taken back if it would leave nobody. Where there was none, none is lost. */
    <T> T keepingOne(Supplier<T> change) {
        boolean there = active() > 0;
        T done = change.get();
        if (there && active() == 0) {
            throw PeopleRefused.lastAdministrator();
        }
        return done;
    }
}
