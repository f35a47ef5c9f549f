// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long MOST_PATIENCE = TimeUnit.MILLISECONDS.toNanos(2);
    /** Longer than any statement may take. A database that went without a word, or waits for its standby, is given up then. */
    private static final int SILENCE_MILLIS = 8_000;

    private static final String PREPARE =
            "set lock_timeout = '2s'; set statement_timeout = '5s'; set idle_in_transaction_session_timeout = '5s';"
                    + " set plan_cache_mode = force_generic_plan; set jit = off";

    private final IntentQueue queue;
    private final Batch batch;
    private final DataSource database;
    private final Partitions partitions = new Partitions();
    private volatile boolean stopping;
    private @Nullable Connection connection;
    private int usualSilenceMillis;
    private int lastBatch;
    private long patienceNanos;

    Appender(IntentQueue queue, Batch batch, DataSource database) {
        this.queue = queue;
        this.batch = batch;
        this.database = database;
    }

    /** Takes nothing more; what waits already is still served. */
    void stop() {
        stopping = true;
        queue.close();
    }

    @Override
    public void run() {
        while (!stopping || queue.size() > 0) {
            try {
                // Those who were answered last, if they come back at once; for no longer than their commit took.
                queue.gather(lastBatch, patienceNanos);
                queue.gather(1, GLANCE_NANOS);
                if (queue.size() > 0) {
                    serve();
                }
            } catch (InterruptedException e) {
                stop();
            }
        }
        discard();
    }

    /** Whatever goes wrong, the thread goes on and everybody is answered; who was not yet may be on the log or not. */
    private void serve() {
        List<IntentQueue.Waiting> taken = new ArrayList<>();
        try {
            append(() -> {
                taken.addAll(queue.take(LARGEST_BATCH));
                lastBatch = taken.size();
                return taken;
            });
        } catch (RuntimeException | Error e) {
            LOG.errorf("appending went wrong: %s", reason(e));
            discard();
            taken.forEach(Appender::nobodyKnows);
        }
    }

    /** Only with the lock had does the batch close: whoever comes while another node holds the head is taken along. */
    private void append(Supplier<List<IntentQueue.Waiting>> whoWaits) {
        HeadRows.Locked locked;
        try {
            locked = lock();
        } catch (SQLException | RuntimeException e) {
            nothingRecorded(inTime(whoWaits.get()), e);
            return;
        }
        List<IntentQueue.Waiting> waiting = inTime(whoWaits.get());
        Connection mine;
        List<Batch.Promise> promises;
        try {
            mine = connection();
            promises = batch.run(
                    mine,
                    locked,
                    waiting.stream().map(IntentQueue.Waiting::candidate).toList());
        } catch (SQLException | RuntimeException e) {
            nothingRecorded(waiting, e);
            return;
        }
        commit(mine, waiting, promises);
    }

    /** A connection that was held while nobody asked may have gone with its database, which is back: that is no failure. */
    private HeadRows.Locked lock() throws SQLException {
        boolean held = connection != null;
        try {
            return batch.lock(connection(), queue.needed(LARGEST_BATCH));
        } catch (SQLException e) {
            if (!held || !stateOf(e).matches("(08|57P).*")) {
                throw e;
            }
            discard();
            return batch.lock(connection(), queue.needed(LARGEST_BATCH));
        }
    }

    private static List<IntentQueue.Waiting> inTime(List<IntentQueue.Waiting> all) {
        all.stream()
                .filter(one -> one.candidate().isLate())
                .forEach(one -> one.answer().complete(new Settlement.DecideAgain()));
        return all.stream().filter(one -> !one.answer().isDone()).toList();
    }

    /**
     * At this point nothing is committed, and nothing will be: the connection goes, its transaction with it. What cannot be
     * written must not take its neighbours with it: they go on one by one.
     */
    private void nothingRecorded(List<IntentQueue.Waiting> waiting, Exception why) {
        LOG.errorf("nothing could be recorded: %s", reason(why));
        discard();
        if (waiting.size() > 1 && isSomebodysOwn(why)) {
            waiting.forEach(one -> append(() -> List.of(one.again())));
        } else {
            waiting.forEach(one -> one.answer().complete(new Settlement.Unavailable()));
        }
    }

    private static boolean isSomebodysOwn(Exception why) {
        return switch (why) {
            case LogStopped stopped -> false;
            case SQLException sql -> stateOf(sql).matches("(22|23|54).*");
            default -> true;
        };
    }

    private void commit(Connection mine, List<IntentQueue.Waiting> waiting, List<Batch.Promise> promises) {
        boolean durable;
        try {
            mine.clearWarnings();
            long begin = System.nanoTime();
            mine.commit();
            patienceNanos = Math.min(System.nanoTime() - begin, MOST_PATIENCE);
            durable = mine.getWarnings() == null;
        } catch (SQLException | RuntimeException e) {
            LOG.errorf("a commit failed: %s", reason(e));
            discard();
            boolean certain = e instanceof SQLException sql && refusedByTheDatabase(sql);
            waiting.forEach(
                    certain ? one -> one.answer().complete(new Settlement.Unavailable()) : Appender::nobodyKnows);
            return;
        }
        if (!durable) {
            // Such as a wait for a standby that somebody cut short: it is committed here, and may not stay.
            LOG.error("a commit came with a warning");
            discard();
            waiting.forEach(Appender::nobodyKnows);
            return;
        }
        // At this point all of them are on the log, whatever becomes of this process.
        for (int i = 0; i < waiting.size(); i++) {
            CompletableFuture<Settlement> answer = waiting.get(i).answer();
            answer.complete(promises.get(i).settlement());
        }
        if (!partitions.keepAhead(mine, promises)) {
            discard();
        }
    }

    private static void nobodyKnows(IntentQueue.Waiting one) {
        one.answer()
                .complete(
                        new Settlement.Unknown(one.candidate().intent().event().id()));
    }

    /** It answered that it did not commit; anything else about a commit means that nobody knows. */
    static boolean refusedByTheDatabase(SQLException e) {
        return stateOf(e).matches("(23|40|53).*") && !stateOf(e).equals("40003");
    }

    private Connection connection() throws SQLException {
        Connection held = connection;
        if (held == null) {
            held = database.getConnection();
            connection = held;
            usualSilenceMillis = held.getNetworkTimeout();
            held.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            held.setAutoCommit(true);
            try (var statement = held.createStatement()) {
                statement.execute(PREPARE);
            }
            held.setAutoCommit(false);
        }
        return held;
    }

    /** Nobody else must get it from the pool with our settings, or with our transaction. */
    private void discard() {
        Connection held = connection;
        connection = null;
        if (held != null) {
            try (held) {
                restore(held);
            } catch (SQLException | RuntimeException e) {
                LOG.debugf("a connection ended badly: %s", reason(e));
            }
        }
    }

    private void restore(Connection held) throws SQLException {
        try {
            held.rollback();
            held.setAutoCommit(true);
            try (var statement = held.createStatement()) {
                statement.execute("reset all");
            }
            held.setNetworkTimeout(Runnable::run, usualSilenceMillis);
        } catch (SQLException | RuntimeException e) {
            held.abort(Runnable::run);
            throw e;
        }
    }

    private static String stateOf(SQLException e) {
        return String.valueOf(e.getSQLState());
    }

    /** Never the database's own words: they may quote what somebody sent. */
    private static String reason(Throwable e) {
        return switch (e) {
            case SQLException sql -> "SQL state " + stateOf(sql);
            case LogStopped stopped -> String.valueOf(stopped.getMessage());
            default ->
                e.getClass().getSimpleName() + " at "
                        + Arrays.stream(e.getStackTrace()).limit(6).toList();
        };
    }
}
