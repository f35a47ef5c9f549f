// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The highest head this process has seen, in memory: a database that falls back behind it is stopped. */
final class Lookout {
    private final DataSource database;
    private int epoch;
    private long size;

    Lookout(DataSource database) {
        this.database = database;
    }

    void look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            HeadRows.Claimed claimed = HeadRows.read(connection);
            if (claimed.epoch() < epoch || (claimed.epoch() == epoch && claimed.size() < size)) {
                HeadRows.stop(
                        connection,
                        "seen with " + size + " entries in epoch " + epoch + ", and back at " + claimed.size()
                                + " in epoch " + claimed.epoch());
                return;
            }
            epoch = claimed.epoch();
            size = claimed.size();
        }
    }
}
