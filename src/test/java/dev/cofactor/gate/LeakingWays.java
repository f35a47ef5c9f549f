// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.Race;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;

/**
 * Ways to know a revocation that look right and are not, on the same database and in plain SQL: a cache that is told by
 * notifications, and a statement that waits for a lock and reads something else besides.
 */
final class LeakingWays {
    private static final int READERS = 3;
    private static final int ADMINISTRATOR = READERS;
    private static final int LISTENER = READERS + 1;
    private static final int PATIENCE = 10_000;

    private static final String TABLES = """
            drop schema if exists freshness cascade;
            create schema freshness;
            create table freshness.head (seq bigint not null, epoch bigint not null);
            create table freshness.rule (epoch bigint not null, allowed boolean not null);
            insert into freshness.head values (0, 0);
            insert into freshness.rule values (0, false);
            """;

    private LeakingWays() {}

    /** One rule that is changed and told of; readers believe what they were told last. */
    static long staleThroughNotifications() throws Exception {
        FreshnessTest.Stale stale = new FreshnessTest.Stale();
        AtomicBoolean cached = new AtomicBoolean();
        try (Connection administrator = Database.asOwner();
                Connection listening = Database.asOwner()) {
            run(administrator, TABLES);
            run(listening, "listen freshness");
            new Race(READERS + 2, Duration.ofSeconds(4)).run(turn -> {
                switch (turn) {
                    case ADMINISTRATOR -> {
                        stale.allowed();
                        say(administrator, true);
                        Thread.sleep(10);
                        say(administrator, false);
                        stale.revoked();
                        Thread.sleep(10);
                    }
                    case LISTENER -> hear(listening, cached);
                    default -> {
                        stale.isReleased(cached::get);
                        Thread.sleep(1); // spinning, they would leave nobody else a turn
                    }
                }
            });
            run(administrator, "drop schema freshness cascade");
        }
        return stale.count();
    }

    private static void say(Connection administrator, boolean allowed) throws SQLException {
        administrator.setAutoCommit(false);
        run(administrator, "update freshness.rule set epoch = epoch + 1, allowed = " + allowed);
        run(administrator, "notify freshness, '" + allowed + "'");
        administrator.commit();
        administrator.setAutoCommit(true);
    }

    /** A node that is told believes it a moment later: it is busy, or far away. */
    private static void hear(Connection listening, AtomicBoolean cached) throws SQLException, InterruptedException {
        for (var told : listening.unwrap(PGConnection.class).getNotifications(50)) {
            Thread.sleep(4);
            cached.set(Boolean.parseBoolean(told.getParameter()));
        }
    }

    /**
     * A change holds the head; this waits for it, and goes on when it is committed.
     *
     * @param taking takes the next place in the log, and reads the epoch in the end
     * @return whether it got a later place than the change and an epoch from before it
     */
    static boolean isOutOfOrder(String taking) throws Exception {
        try (Connection change = Database.asOwner();
                Connection fetch = Database.asOwner()) {
            run(change, TABLES);
            change.setAutoCommit(false);
            run(change, "update freshness.head set seq = seq + 1, epoch = epoch + 1");
            run(change, "update freshness.rule set epoch = epoch + 1");
            CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> epoch(fetch, taking));
            awaitWaiting();
            change.commit();
            long epoch = read.get(1, TimeUnit.MINUTES);
            change.setAutoCommit(true);
            run(change, "drop schema freshness cascade");
            return epoch < 1;
        }
    }

    private static long epoch(Connection fetch, String taking) {
        try (Statement statement = fetch.createStatement()) {
            fetch.setAutoCommit(false);
            boolean isRows = statement.execute(taking);
            while (!isRows) {
                isRows = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                long epoch = rows.getLong(1);
                fetch.commit();
                return epoch;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting() throws Exception {
        try (Connection looking = Database.asOwner();
                Statement statement = looking.createStatement()) {
            for (int waited = 0; waited < PATIENCE; waited += 10) {
                try (ResultSet rows = statement.executeQuery(
                        "select 1 from pg_locks where not granted and pid <> pg_backend_pid()")) {
                    if (rows.next()) {
                        return;
                    }
                }
                Thread.sleep(10);
            }
        }
        throw new AssertionError("nobody waits for the lock");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
