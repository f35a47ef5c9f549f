// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The highest head this process has seen, in memory: a database that falls back behind it is stopped. What it saw last is what
 * operators are told of the log.
 */
final class Lookout {
    private final DataSource database;
    private int epoch;
    private long size;
    private volatile Seen seen = new Seen(0, 0, false);

    Lookout(DataSource database) {
        this.database = database;
    }

    /** Numbers alone: why a log is stopped stands in the database. */
    record Seen(long entries, long signed, boolean stopped) {}

    Seen seen() {
        return seen;
    }

    void look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            HeadRows.Claimed claimed = HeadRows.read(connection);
            long signed = CheckpointRows.newest(connection, claimed.epoch())
                    .map(stored -> stored.head().size())
                    .orElse(0L);
            seen = new Seen(claimed.size(), signed, claimed.stopped() != null);
            if (claimed.epoch() < epoch || (claimed.epoch() == epoch && claimed.size() < size)) {
                HeadRows.stop(
                        connection,
                        "seen with " + size + " entries in epoch " + epoch + ", and back at " + claimed.size()
                                + " in epoch " + claimed.epoch());
                seen = new Seen(claimed.size(), signed, true);
                return;
            }
            epoch = claimed.epoch();
            size = claimed.size();
        }
    }
}
