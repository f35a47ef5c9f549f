// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.desk.people.FirstAdministrator;
import dev.cofactor.desk.people.Recovery;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.runtime.QuarkusApplication;

/**
 * {@code cofactor admin create} and {@code cofactor admin recover}: print the initial password and nothing else, so that it
 * can be piped.
 */
public final class NewAdministrator implements QuarkusApplication {
    /** What is asked for. */
    enum How {
        /** The first one of all. */
        CREATE,
        /** Somebody who is there, whatever became of him. */
        LET_BACK,
        /** Somebody new, although there are others. */
        ADD
    }

    private final FirstAdministrator first;
    private final Recovery recovery;
    private final Passwords passwords;

    NewAdministrator(FirstAdministrator first, Recovery recovery, Passwords passwords) {
        this.first = first;
        this.recovery = recovery;
        this.passwords = passwords;
    }

    static int make(How how, String name) {
        return Server.started(NewAdministrator.class, how.name(), name);
    }

    @Override
    public int run(String... args) {
        String password = passwords.generate();
        try {
            make(How.valueOf(args[0]), args[1], password);
        } catch (Problem e) {
            System.err.println("cofactor: " + e.getMessage());
            return Cofactor.UNEXPECTED;
        }
        System.out.println(password);
        return Cofactor.FINE;
    }

    private void make(How how, String name, String password) {
        switch (how) {
            case CREATE -> first.create(name, password);
            case LET_BACK -> recovery.letBack(name, password);
            case ADD -> recovery.add(name, password);
        }
    }
}
