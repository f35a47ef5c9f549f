// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL processes that still work on a folder after the server that started them was killed. Told by what they are
 * (program and working folder), never by a number in a file: after a reboot that number may be anybody's.
 */
final class Leftovers {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long GLANCE_MILLIS = 20;

    private Leftovers() {}

    static List<Long> in(Path folder) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .filter(process -> worksIn(folder, process))
                    .map(process -> Long.valueOf(process.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw DiskFaults.explain("look for a PostgreSQL left over in", folder, e);
        }
    }

    static boolean goneFrom(Path folder) {
        long glances = PATIENCE_MILLIS / GLANCE_MILLIS;
        for (long i = 0; i < glances; i++) {
            if (in(folder).isEmpty()) {
                return true;
            }
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean worksIn(Path folder, Path process) {
        try {
            // An upgrade in place replaces the program: the kernel then adds " (deleted)" to its name.
            String program =
                    Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
            return program.startsWith("postgres")
                    && Files.isSameFile(Files.readSymbolicLink(process.resolve("cwd")), folder);
        } catch (IOException e) {
            return false; // somebody else's process, or one that has just ended
        }
    }
}
