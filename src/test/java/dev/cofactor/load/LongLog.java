// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.load;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Years of a log, put before what is measured: entries of the usual size in a true tree. Their bodies are chance, so nobody
 * reads them; whoever appends meets tables and indexes as long as they would be.
 */
final class LongLog {
    private static final int PORTION = 1 << 18;
    private static final int LEAF_BYTES = 120;
    private static final int BODY_BYTES = 620;
    private static final int SUBJECTS = 50_000;

    private LongLog() {}

    static void fill(DataSource owner, long events) throws SQLException {
        SplittableRandom random = new SplittableRandom(1);
        UUID[] subjects = new UUID[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            subjects[i] = Stock.id();
        }
        long left = events;
        while (left > 0) {
            int portion = (int) Math.min(left, PORTION);
            try (Connection connection = owner.getConnection()) {
                connection.setAutoCommit(false);
                append(connection, portion, subjects, random);
                connection.commit();
            }
            left -= portion;
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze log_entry, log_event, log_node");
        }
    }

    private static void append(Connection connection, int events, UUID[] subjects, SplittableRandom random)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select epoch, size, frontier from log_head for update")) {
            head.next();
            int epoch = head.getInt(1);
            long size = head.getLong(2);
            byte[] stored = head.getBytes(3);
            Frontier frontier = stored.length == 0 ? Frontier.EMPTY : Frontier.parse(stored);
            UUID key = key(connection);
            Frontier.Grown grown = frontier.appendAll(entries(connection, epoch, size, events, key, subjects, random));
            try (Copy rows = new Copy(connection, "log_node", "epoch, level, index, hash")) {
                for (Frontier.Node node : grown.completed()) {
                    if (node.inTile()) {
                        rows.row(epoch, node.level(), node.index(), node.hash().bytes());
                    }
                }
            }
            try (var moved = connection.prepareStatement("update log_head set size = ?, frontier = ?, root = ?")) {
                moved.setLong(1, grown.frontier().size());
                moved.setBytes(2, grown.frontier().bytes());
                moved.setBytes(3, grown.frontier().root().bytes());
                moved.executeUpdate();
            }
            statement.execute("select log_partitions()");
        }
    }

    private static UUID key(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select id from sealing_key where purpose = 'log-body' limit 1")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static List<Hash> entries(
            Connection connection, int epoch, long size, int events, UUID key, UUID[] subjects, SplittableRandom random)
            throws SQLException {
        Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Hash> leaves = new ArrayList<>(events);
        List<UUID> ids = new ArrayList<>(events);
        byte[] leaf = new byte[LEAF_BYTES];
        byte[] body = new byte[BODY_BYTES];
        try (Copy rows = new Copy(
                connection,
                "log_entry",
                "epoch, index, leaf, leaf_hash, event, time, class, actor, about, outcome, body_key, body")) {
            for (int i = 0; i < events; i++) {
                random.nextBytes(leaf);
                random.nextBytes(body);
                Hash hash = Hash.ofLeaf(leaf);
                UUID event = Stock.id();
                rows.row(
                        epoch,
                        size + i,
                        leaf,
                        hash.bytes(),
                        event,
                        time,
                        "code-released",
                        subjects[random.nextInt(64)],
                        subjects[random.nextInt(SUBJECTS)],
                        "done",
                        key,
                        body);
                leaves.add(hash);
                ids.add(event);
            }
        }
        events(connection, epoch, size, ids);
        return leaves;
    }

    private static void events(Connection connection, int epoch, long size, List<UUID> ids) throws SQLException {
        try (Copy rows = new Copy(connection, "log_event", "event, epoch, index")) {
            for (int i = 0; i < ids.size(); i++) {
                rows.row(ids.get(i), epoch, size + i);
            }
        }
    }
}
