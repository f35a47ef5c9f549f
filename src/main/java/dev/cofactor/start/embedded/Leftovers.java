// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs that a killed server left running: the database itself, or an initdb in the middle of its work.
 * Told by what they are, programs out of this data folder, never by a number in a file: after a reboot that number may be
 * anybody's. The folder's lock is held, so whatever runs from it has no master.
 */
final class Leftovers {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long GLANCE_MILLIS = 20;

    private Leftovers() {}

    /** Asks them to end, and waits until they have. */
    static void clear(DataFolder data) {
        List<ProcessHandle> left = in(data);
        for (long waited = 0; !left.isEmpty(); waited += GLANCE_MILLIS) {
            if (waited > PATIENCE_MILLIS) {
                throw new CannotStart("a PostgreSQL from an earlier run (process "
                        + left.getFirst().pid() + ") still works on " + data.path()
                        + " and does not stop: end it, then start again");
            }
            mastersAmong(left).forEach(ProcessHandle::destroy);
            pause();
            left = in(data);
        }
    }

    /** A master ends its own children in order; pg_ctl only waits for one, and ends by itself. */
    private static Stream<ProcessHandle> mastersAmong(List<ProcessHandle> left) {
        return left.stream()
                .filter(process -> process.parent().filter(left::contains).isEmpty())
                .filter(process -> !program(process).endsWith("/pg_ctl"));
    }

    private static List<ProcessHandle> in(DataFolder data) {
        try {
            String ours = data.path().toRealPath().resolve("postgres-").toString();
            return ProcessHandle.allProcesses()
                    .filter(process -> program(process).startsWith(ours))
                    .toList();
        } catch (IOException e) {
            throw DiskFaults.explain("look for a PostgreSQL left over in", data.path(), e);
        }
    }

    /** An upgrade in place replaces the program: the kernel then adds " (deleted)" to its name. */
    private static String program(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "exe"))
                    .toString()
                    .replace(" (deleted)", "");
        } catch (IOException e) {
            return ""; // somebody else's process, or one that has just ended
        }
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("it was stopped while a PostgreSQL from an earlier run ended", e);
        }
    }
}
