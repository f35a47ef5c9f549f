// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.ledger.claims.Table;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The head row: locked before anything else is read, by everybody who writes. */
final class HeadRows {
    /**
     * Statements that go out together and are run one after another. What the locking one read besides could be older than
     * the lock; the others begin when it is had.
     */
    private static final String LOCK = """
            select epoch, size, frontier, world, time, stopped, unconfirmed from log_head for update;
            select clock_timestamp(), current_setting('synchronous_commit') in ('off', 'local')
                or current_setting('fsync') = 'off' or pg_is_in_recovery(),
                current_setting('synchronous_standby_names') = '' or current_setting('synchronous_commit') = 'remote_write';
            """ + Chains.ENDS + ";\n" + RowVersions.READ;

    private static final String MOVE = """
            update log_head h set size = m.size, frontier = m.frontier, root = m.root, world = h.world + m.worlds,
                                  time = m.time
              from unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::bigint[], ?::timestamptz[])
                   as m (size, frontier, root, worlds, time)
            """;

    private static final String BRIEFLY = """
            set local lock_timeout = '2s'; set local statement_timeout = '5s';
            set local idle_in_transaction_session_timeout = '5s'
            """;

    /** Writes next to nothing, so that its commit waits for whatever was committed before it. */
    private static final String FLUSH = "select pg_logical_emit_message(true, 'cofactor', '')";

    private HeadRows() {}

    /**
     * The head, and as they are now that its lock is had the database's time and the chains and versions that were asked for.
     *
     * @param alone whether a commit may be lost with this one database
     */
    record Locked(Head head, Instant clock, boolean alone, Chains chains, RowVersions versions) {}

    /** As {@link #lock}, in a transaction of somebody else's: none may keep the others waiting for longer than this. */
    static Locked lockForChange(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BRIEFLY);
        }
        return lock(connection, Needed.NOTHING);
    }

    /**
     * What is read with the lock, as far as it is known yet that it will be needed.
     *
     * @param subjects whose chains
     * @param objects whose versions
     */
    record Needed(Set<UUID> subjects, Set<UUID> objects) {
        static final Needed NOTHING = new Needed(Set.of(), Set.of());
    }

    static Locked lock(Connection connection, Needed needed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, ids(connection, needed.subjects));
            statement.setArray(2, ids(connection, needed.objects));
            statement.execute();
            Head head = head(statement);
            statement.getMoreResults();
            Time time = time(statement);
            statement.getMoreResults();
            Chains chains;
            try (ResultSet ends = statement.getResultSet()) {
                chains = Chains.of(needed.subjects, ends);
            }
            statement.getMoreResults();
            try (ResultSet versions = statement.getResultSet()) {
                return new Locked(head, time.clock, time.alone, chains, RowVersions.of(needed.objects, versions));
            }
        }
    }

    private static Array ids(Connection connection, Set<UUID> ids) throws SQLException {
        return Table.array(connection, Table.column("uuid", List.copyOf(ids), id -> id));
    }

    private static Head head(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
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
            return new Head(
                    row.getInt("epoch"),
                    stored,
                    row.getLong("world"),
                    instant(row, "time"),
                    row.getBoolean("unconfirmed"));
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

    private record Time(Instant clock, boolean alone) {}

    /** Refuses where a commit would not be durable. */
    private static Time time(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            if (row.getBoolean(2)) {
                throw new LogStopped("the database does not promise that a commit lasts (fsync, synchronous_commit)");
            }
            return new Time(row.getTimestamp(1).toInstant(), row.getBoolean(3));
        }
    }

    /** Whether all that was committed before is with the standby, if there is one: a warning says that it was not waited for. */
    static boolean lasts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FLUSH);
            return statement.getWarnings() == null;
        }
    }

    static Table.Write move(Head head, boolean worldMoves) {
        List<Head> one = List.of(head);
        return new Table.Write(
                MOVE,
                1,
                Table.column("bigint", one, Head::size),
                Table.column("bytea", one, moved -> moved.frontier().bytes()),
                Table.column("bytea", one, moved -> moved.frontier().root().bytes()),
                Table.column("bigint", one, moved -> worldMoves ? 1L : 0L),
                Table.column("timestamptz", one, Head::time));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
