// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.engine.merkle.Frontier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The head row: locked before anything else is read, by everybody who writes. */
final class HeadRows {
    private static final String LOCK = "select epoch, size, frontier, world, time, stopped from log_head for update";

    /** A statement of its own: in the locking one it could be taken before the lock was had. */
    private static final String CLOCK = """
            select clock_timestamp(), current_setting('synchronous_commit') in ('off', 'local')
                or current_setting('fsync') = 'off' or pg_is_in_recovery()
            """;

    private static final String MOVE =
            "update log_head set size = ?, frontier = ?, root = ?, world = world + ?, time = ?";

    private static final String BRIEFLY = """
            set local lock_timeout = '2s'; set local statement_timeout = '5s';
            set local idle_in_transaction_session_timeout = '5s'
            """;

    private HeadRows() {}

    /** As {@link #lock}, in a transaction of somebody else's: none may keep the others waiting for longer than this. */
    static Head lockForChange(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BRIEFLY);
        }
        return lock(connection);
    }

    static Head lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new LogStopped("the head row is missing");
            }
            @Nullable String stopped = row.getString("stopped");
            if (stopped != null) {
                throw new LogStopped(stopped);
            }
            byte[] frontier = row.getBytes("frontier");
            Frontier stored = frontier.length == 0 ? Frontier.EMPTY : Frontier.parse(frontier);
            if (stored.size() != row.getLong("size")) {
                throw new LogStopped("the head's size and frontier differ");
            }
            return new Head(row.getInt("epoch"), stored, row.getLong("world"), instant(row, "time"));
        }
    }

    static Changes.Log log(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select e.origin, e.previous_checkpoint, h.size from log_head h join log_epoch e using (epoch)");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new LogStopped("the head row is missing");
            }
            return new Changes.Log(row.getString(1), Optional.ofNullable(row.getString(2)), row.getLong(3));
        }
    }

    /** As last committed: what is decided under it is compared again once the lock is had. */
    static long world(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select world from log_head");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new LogStopped("the head row is missing");
            }
            return row.getLong(1);
        }
    }

    /** The database's time now that the lock is had. Refuses where a commit would not be durable. */
    static Instant clock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLOCK);
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getBoolean(2)) {
                throw new LogStopped("the database does not promise that a commit lasts (fsync, synchronous_commit)");
            }
            return row.getTimestamp(1).toInstant();
        }
    }

    static void move(Connection connection, Head head, boolean worldMoves) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, head.size());
            statement.setBytes(2, head.frontier().bytes());
            statement.setBytes(3, head.frontier().root().bytes());
            statement.setLong(4, worldMoves ? 1 : 0);
            statement.setTimestamp(5, Timestamp.from(head.time()));
            statement.executeUpdate();
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
