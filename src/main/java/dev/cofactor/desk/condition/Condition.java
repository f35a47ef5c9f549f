// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.condition;

import dev.cofactor.desk.couriers.Trials;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How everything was when it was looked at. */
public record Condition(
        Instant at, Clocks clocks, Optional<Database> database, Optional<Log> log, Optional<Trials.Standing> messages) {
    /**
     * The machine's clock against the database's.
     *
     * @param ahead negative where the machine's is behind; absent while they were never compared
     * @param agree whether they are close enough for what hangs on the hour
     */
    public record Clocks(Optional<Duration> ahead, boolean agree) {}

    /**
     * @param release such as 15.14
     * @param took how long it took to ask
     * @param connections that are open, to this database, and how many there may be on the whole server
     */
    public record Database(String release, long bytes, Duration took, int connections, int most) {}

    /**
     * @param signed how many of its entries the newest checkpoint covers
     * @param stopped why nothing is recorded any more, if so
     */
    public record Log(int epoch, long size, long signed, Optional<String> stopped) {}
}
