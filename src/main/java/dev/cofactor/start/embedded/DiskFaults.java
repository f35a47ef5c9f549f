// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** What a disk refuses, in words an operator can act on. */
final class DiskFaults {
    /** How the C library words ENOSPC; Java and PostgreSQL both pass it on. */
    static final String NO_SPACE = "No space left on device";

    private DiskFaults() {}

    static CannotStart explain(String what, Path path, IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains(NO_SPACE)) {
            return full(path);
        }
        if (e instanceof AccessDeniedException) {
            return new CannotStart(
                    "cannot " + what + " " + path + ": access denied; start as its owner, or name another folder with"
                            + " COFACTOR_DATA_DIR",
                    e);
        }
        return new CannotStart("cannot " + what + " " + path + ": " + reason, e);
    }

    static CannotStart full(Path path) {
        return new CannotStart("the disk that holds " + path
                + " is full: free some room (200 MB to begin with) and start" + " again; nothing was lost");
    }
}
