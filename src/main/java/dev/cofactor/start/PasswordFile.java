// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import dev.cofactor.start.embedded.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A password handed over in a file, so that no environment shows it. The group may read it: systemd hands its credentials over so. */
final class PasswordFile {
    private PasswordFile() {}

    static String orElse(Optional<String> given, Optional<Path> file) {
        if (given.isPresent() && file.isPresent()) {
            throw new CannotStart(
                    "a database password is given twice, itself and as the file " + file.get() + ": leave one out");
        }
        return given.or(() -> file.map(PasswordFile::read)).orElse("");
    }

    private static String read(Path file) {
        try {
            if (!Collections.disjoint(Files.getPosixFilePermissions(file), List.of(OTHERS_READ, OTHERS_WRITE))) {
                throw new CannotStart("everybody can read or write the password file " + file + ": chmod o-rwx it");
            }
            String password = Files.readString(file).strip();
            if (password.isEmpty()) {
                throw new CannotStart("the password file " + file + " is empty");
            }
            return password;
        } catch (IOException e) {
            throw new CannotStart(
                    "the password file " + file + " cannot be read: it must be there, and this user's", e);
        }
    }
}
