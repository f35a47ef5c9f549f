// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.desk.people.FirstAdministrator;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.runtime.QuarkusApplication;

/** {@code cofactor admin create}: prints the initial password and nothing else, so that it can be piped. */
public final class NewAdministrator implements QuarkusApplication {
    private final FirstAdministrator administrator;
    private final Passwords passwords;

    NewAdministrator(FirstAdministrator administrator, Passwords passwords) {
        this.administrator = administrator;
        this.passwords = passwords;
    }

    static int create(String name) {
        return Server.started(NewAdministrator.class, name);
    }

    @Override
    public int run(String... args) {
        String password = passwords.generate();
        try {
            administrator.create(args[0], password);
        } catch (Problem e) {
            System.err.println("cofactor: " + e.getMessage());
            return Cofactor.UNEXPECTED;
        }
        System.out.println(password);
        return Cofactor.FINE;
    }
}
