// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.load;

import dev.cofactor.fixtures.ServerProcess;
import java.time.Duration;
import java.util.Locale;

/** Processor time: of the server, of its database, and of the load itself. Unlike speed it does not tell what else went on. */
record Costs(Duration server, Duration database, Duration load) {
    static final Costs NONE = new Costs(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Up to now. A connection of the database that has ended meanwhile is not counted. */
    static Costs of(ServerProcess server, long postmaster) {
        Duration database = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .map(Costs::used)
                .reduce(Duration.ZERO, Duration::plus);
        return new Costs(server.processorTime(), database, used(ProcessHandle.current()));
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Costs since(Costs before) {
        return new Costs(server.minus(before.server), database.minus(before.database), load.minus(before.load));
    }

    Costs and(Costs more) {
        return new Costs(server.plus(more.server), database.plus(more.database), load.plus(more.load));
    }

    /** In microseconds. */
    String each(long answers) {
        return String.format(
                Locale.ROOT,
                "%d + %d + %d",
                server.toNanos() / 1000 / answers,
                database.toNanos() / 1000 / answers,
                load.toNanos() / 1000 / answers);
    }
}
