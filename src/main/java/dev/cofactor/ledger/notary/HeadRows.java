// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The head row as those see it who only look, and the one thing they may write into it: that the log must stop. */
final class HeadRows {
    private static final String HEAD = """
            select h.epoch, e.origin, e.previous_checkpoint, h.size, h.frontier, h.root, h.stopped
              from log_head h join log_epoch e using (epoch)
            """;

    /** Who comes first says why: a later reason is often only its consequence. */
    private static final String STOP = "update log_head set stopped = ? where stopped is null";

    /** Writes next to nothing, so that its commit waits for whatever was committed before it. */
    private static final String FLUSH = "select pg_logical_emit_message(true, 'cofactor', '')";

    private HeadRows() {}

    /** What the database says of itself; believed by nobody here. */
    record Claimed(
            int epoch,
            String origin,
            @Nullable String previousCheckpoint,
            long size,
            byte[] frontier,
            byte[] root,
            @Nullable String stopped) {}

    static Claimed read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new Forked("the head row is missing");
            }
            return new Claimed(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getBytes(5),
                    row.getBytes(6),
                    row.getString(7));
        }
    }

    /** Whether all that was committed before is with the standby, if there is one: a warning says that it was not waited for. */
    static boolean lasts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FLUSH);
            return statement.getWarnings() == null;
        }
    }

    static void stop(Connection connection, String why) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STOP)) {
            statement.setString(1, why);
            statement.executeUpdate();
        }
    }
}
