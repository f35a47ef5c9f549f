// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.sealing.LogBodies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes entries and nodes, a whole batch in three statements. Plain SQL: nothing here is ever read back as an entity. */
final class EntryRows {
    private static final String ENTRIES = """
            insert into log_entry (epoch, index, leaf, leaf_hash, event, time, class, actor, about, outcome,
                                   address_hash, body_key, body)
            select ?, * from unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::uuid[], ?::timestamptz[], ?::text[],
                                    ?::uuid[], ?::uuid[], ?::text[], ?::bytea[], ?::uuid[], ?::bytea[])
            """;

    private static final String EVENTS =
            "insert into log_event (event, epoch, index) select event, ?, index from unnest(?::uuid[], ?::bigint[])"
                    + " as written (event, index)";

    private static final String NODES =
            "insert into log_node (epoch, level, index, hash) select ?, * from unnest(?::smallint[], ?::bigint[], ?::bytea[])";

    private EntryRows() {}

    /** One row. */
    record Entry(
            long index,
            byte[] leaf,
            Hash leafHash,
            Event event,
            Instant time,
            @Nullable UUID about,
            byte @Nullable [] addressHash,
            LogBodies.Sealed body) {}

    static void insert(Connection connection, int epoch, List<Entry> entries, List<Frontier.Node> completed)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setInt(1, epoch);
            array(statement, 2, "bigint", entries, Entry::index);
            array(statement, 3, "bytea", entries, Entry::leaf);
            array(statement, 4, "bytea", entries, entry -> entry.leafHash().bytes());
            array(statement, 5, "uuid", entries, entry -> entry.event().id());
            array(statement, 6, "timestamptz", entries, entry -> Timestamp.from(entry.time()));
            array(statement, 7, "text", entries, entry -> entry.event().kind().word());
            array(statement, 8, "uuid", entries, entry -> entry.event().actor().id());
            array(statement, 9, "uuid", entries, Entry::about);
            array(
                    statement,
                    10,
                    "text",
                    entries,
                    entry -> entry.event().outcome().word());
            array(statement, 11, "bytea", entries, Entry::addressHash);
            array(statement, 12, "uuid", entries, entry -> entry.body().key());
            array(statement, 13, "bytea", entries, entry -> entry.body().bytes());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setInt(1, epoch);
            array(statement, 2, "uuid", entries, entry -> entry.event().id());
            array(statement, 3, "bigint", entries, Entry::index);
            statement.executeUpdate();
        }
        insertNodes(
                connection,
                epoch,
                completed.stream().filter(Frontier.Node::inTile).toList());
    }

    private static void insertNodes(Connection connection, int epoch, List<Frontier.Node> nodes) throws SQLException {
        if (nodes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(NODES)) {
            statement.setInt(1, epoch);
            array(statement, 2, "smallint", nodes, node -> (short) node.level());
            array(statement, 3, "bigint", nodes, Frontier.Node::index);
            array(statement, 4, "bytea", nodes, node -> node.hash().bytes());
            statement.executeUpdate();
        }
    }

    private static <T> void array(
            PreparedStatement statement, int parameter, String type, List<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }
}
