// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.desk.people.FirstAdministrator;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.start.embedded.DurableFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An evaluation's first administrator and the block that tells a newcomer what to do next. */
record Welcome(PrintStream out, String url, Path data) {
    private static final String ADMINISTRATOR = "admin";
    private static final String PASSWORD_FILE = "initial-admin-password";

    /**
     * INVARIANT: a password file that is there holds the password that stands. So an old one goes first and the new one
     * comes last; a kill in between leaves none, and the next start gives a new password.
     */
    void prepare(FirstAdministrator administrator, Passwords passwords) {
        boolean exists = administrator.exists();
        if (exists && !administrator.stillInitial(ADMINISTRATOR)) {
            forgetPassword();
        } else if (!exists || !Files.exists(passwordFile())) {
            forgetPassword();
            String password = passwords.generate();
            if (exists) {
                administrator.giveAgain(ADMINISTRATOR, password);
            } else {
                administrator.create(ADMINISTRATOR, password);
            }
            DurableFile.write(passwordFile(), password + "\n");
        }
    }

    void print(FirstAdministrator administrator) {
        String password = administrator.stillInitial(ADMINISTRATOR)
                ? "password in " + passwordFile()
                : "with the password you set";
        out.print(block("as " + ADMINISTRATOR + ", " + password));
        out.flush();
    }

    /** Once the administrator has a password of his own, the file is of no use to anybody but a thief. */
    void forgetPassword() {
        try {
            Files.deleteIfExists(passwordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path passwordFile() {
        return data.resolve(PASSWORD_FILE);
    }

    private String block(String signIn) {
        return """

                Cofactor runs. This is an evaluation: only this machine reaches it, and what it keeps
                is as safe as the folder below, so keep no real secrets in it yet.

                  Open      %s
                  Sign in   %s
                  Data      %s
                  Wipe      stop it (Ctrl-C), then: rm -r '%s'

                """.formatted(url, signIn, data, data);
    }
}
