// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread that appends: it takes what has gathered while the last commit ran, and commits it as one. The connection,
 * the batch in hand and nothing else are its own; a connection it cannot be sure of is thrown away.
 */
final class Appender implements Runnable {
    private static final Logger LOG = Logger.getLogger(Appender.class);
    private static final int LARGEST_BATCH = 256;
    private static final long GLANCE_MILLIS = 200;
    private static final String PREPARE =
            "set lock_timeout = '2s'; set statement_timeout = '5s'; set idle_in_transaction_session_timeout = '5s'";

    private final IntentQueue queue;
    private final Batch batch;
    private final DataSource database;
    private final Partitions partitions;
    private volatile boolean stopping;
    private @Nullable Connection connection;

    Appender(IntentQueue queue, Batch batch, DataSource database) {
        this.queue = queue;
        this.batch = batch;
        this.database = database;
        this.partitions = new Partitions();
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping || queue.size() > 0) {
            try {
                append(fresh(queue.take(LARGEST_BATCH, GLANCE_MILLIS)));
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
        discard();
    }

    /** An intent is good for one second: who has waited longer is told so rather than served from a decision gone stale. */
    private static List<IntentQueue.Waiting> fresh(List<IntentQueue.Waiting> waiting) {
        List<IntentQueue.Waiting> fresh = new ArrayList<>(waiting.size());
        for (IntentQueue.Waiting one : waiting) {
            if (one.deadline() - System.nanoTime() > 0) {
                fresh.add(one);
            } else {
                one.answer().complete(new Settlement.DecideAgain());
            }
        }
        return fresh;
    }

    private void append(List<IntentQueue.Waiting> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Batch.Promise> promises;
        Connection mine;
        try {
            mine = connection();
            promises = batch.run(
                    mine, waiting.stream().map(IntentQueue.Waiting::candidate).toList());
        } catch (SQLException | RuntimeException e) {
            // At this point nothing is committed, and nothing will be: the connection goes, and its transaction with
            // it.
            LOG.errorf("nothing could be recorded: %s", reason(e));
            discard();
            waiting.forEach(one -> one.answer().complete(new Settlement.Unavailable()));
            return;
        }
        commit(mine, waiting, promises);
    }

    private void commit(Connection mine, List<IntentQueue.Waiting> waiting, List<Batch.Promise> promises) {
        try {
            mine.commit();
        } catch (SQLException | RuntimeException e) {
            LOG.errorf("a commit failed: %s", reason(e));
            discard();
            boolean certain = e instanceof SQLException sql && refusedByTheDatabase(sql);
            for (IntentQueue.Waiting one : waiting) {
                one.answer()
                        .complete(
                                certain
                                        ? new Settlement.Unavailable()
                                        : new Settlement.Unknown(
                                                one.candidate().intent().event().id()));
            }
            return;
        }
        // At this point all of them are on the log, whatever becomes of this process.
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).answer().complete(promises.get(i).settlement());
        }
        partitions.keepAhead(mine, promises);
    }

    /** It answered that it did not commit; anything else about a commit means that nobody knows. */
    private static boolean refusedByTheDatabase(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("23") || state.startsWith("40") || state.startsWith("53");
    }

    private Connection connection() throws SQLException {
        Connection held = connection;
        if (held == null) {
            held = database.getConnection();
            held.setAutoCommit(true);
            try (var statement = held.createStatement()) {
                statement.execute(PREPARE);
            }
            held.setAutoCommit(false);
            connection = held;
        }
        return held;
    }

    private void discard() {
        Connection held = connection;
        connection = null;
        if (held != null) {
            try {
                held.rollback();
                held.close();
            } catch (SQLException e) {
                LOG.debugf("a connection ended badly: %s", e.getSQLState());
            }
        }
    }

    /** Never the database's own words: they may quote what somebody sent. */
    private static String reason(Exception e) {
        return switch (e) {
            case SQLException sql -> "SQL state " + sql.getSQLState();
            case LogStopped stopped -> String.valueOf(stopped.getMessage());
            default ->
                e.getClass().getSimpleName() + " at "
                        + Arrays.stream(e.getStackTrace()).limit(6).toList();
        };
    }
}
