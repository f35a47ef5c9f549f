// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.desk.people.FirstAdministrator;
import dev.cofactor.desk.people.Recovery;
import dev.cofactor.desk.restored.RestoredCopy;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.runtime.QuarkusApplication;
import java.util.function.Consumer;

/**
 * {@code cofactor admin create} and {@code cofactor admin recover}: print the initial password and nothing else, so that it
 * can be piped; or, of a database that was put back, what it says, one fact a line.
 */
public final class AdminCommand implements QuarkusApplication {
    /** What is asked for. */
    enum How {
        /** The first one of all. */
        CREATE,
        /** Somebody who is there, whatever became of him. */
        LET_BACK,
        /** Somebody new, although there are others. */
        ADD,
        /** What a restored copy says. */
        LOOK,
        /** That codes may leave it again. */
        CONFIRM
    }

    private final FirstAdministrator first;
    private final Recovery recovery;
    private final RestoredCopy copy;
    private final Passwords passwords;

    AdminCommand(FirstAdministrator first, Recovery recovery, RestoredCopy copy, Passwords passwords) {
        this.first = first;
        this.recovery = recovery;
        this.copy = copy;
        this.passwords = passwords;
    }

    static int run(How how, String name) {
        return Server.started(AdminCommand.class, how.name(), name);
    }

    @Override
    public int run(String... args) {
        try {
            run(args[1], How.valueOf(args[0]));
        } catch (NumberFormatException e) {
            System.err.println("cofactor: the edition is named by its number");
            return Cofactor.USAGE;
        } catch (Problem e) {
            System.err.println("cofactor: " + e.getMessage());
            return Cofactor.UNEXPECTED;
        }
        return Cofactor.FINE;
    }

    private void run(String name, How how) {
        switch (how) {
            case CREATE -> withPassword(password -> first.create(name, password));
            case LET_BACK -> withPassword(password -> recovery.letBack(name, password));
            case ADD -> withPassword(password -> recovery.add(name, password));
            case LOOK -> copy.look().forEach((fact, value) -> System.out.println(fact + " " + value));
            case CONFIRM -> copy.confirm(Long.parseLong(name));
        }
    }

    private void withPassword(Consumer<String> work) {
        String password = passwords.generate();
        work.accept(password);
        System.out.println(password);
    }
}
