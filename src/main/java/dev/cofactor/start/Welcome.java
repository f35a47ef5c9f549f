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

    void prepare(FirstAdministrator administrator, Passwords passwords) {
        if (!administrator.exists()) {
            // The file first: a kill in between leaves a password nobody has, which the next start replaces.
            administrator.create(ADMINISTRATOR, written(passwords.generate()));
        } else if (!administrator.stillInitial(ADMINISTRATOR)) {
            forgetPassword();
        } else if (!Files.exists(passwordFile())) {
            administrator.giveAgain(ADMINISTRATOR, written(passwords.generate()));
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

    private String written(String password) {
        DurableFile.write(passwordFile(), password + "\n");
        return password;
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
