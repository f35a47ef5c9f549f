// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.sealing.LogBodies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads entries as they stand. Whether they are true is not for this class to say. */
final class EntryRows {
    static final String COLUMNS = """
            e.epoch, e.index, e.event, e.time, e.class, e.actor, e.about, e.outcome, e.address_hash, e.body_key,
            e.leaf, e.leaf_hash, e.body""";

    /** From the list of ids, so that an id whose entry is gone is told from one that never was. */
    private static final String BY_EVENT = "select " + COLUMNS + ", v.epoch, v.index"
            + " from log_event v left join log_entry e on e.epoch = v.epoch and e.index = v.index where v.event = ?";

    private static final String NEWEST = "select " + COLUMNS + """
             from log_entry e where e.about = ? and e.class = ? and e.outcome = 'done'
            order by e.epoch desc, e.index desc limit 1""";

    /** Along one index from its end, so that it costs the same whatever somebody has done before. */
    private static final String LATELY = """
            select about, time from (
                select about, time, class, outcome, index from log_entry
                where actor = ? and epoch = ? order by index desc limit ?) last
            where about is not null and class = any(?) and outcome = 'done' order by index desc""";

    private EntryRows() {}

    /** A row. */
    record Stored(Entry.Columns columns, LogBodies.Sealed sealed, byte[] leaf, byte[] leafHash) {}

    /** Where an id leads to, and what is there. */
    record Looked(int epoch, long index, Optional<Stored> found) {}

    static Optional<Looked> byEvent(Connection connection, UUID event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_EVENT)) {
            statement.setObject(1, event);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                boolean there = row.getObject(1) != null;
                return Optional.of(
                        new Looked(row.getInt(14), row.getLong(15), there ? Optional.of(read(row)) : Optional.empty()));
            }
        }
    }

    static Optional<Stored> newest(Connection connection, UUID about, String kind) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setObject(1, about);
            statement.setString(2, kind);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    static List<Records.Touched> lately(Connection connection, int epoch, UUID actor, List<String> kinds, int many)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATELY)) {
            statement.setObject(1, actor);
            statement.setInt(2, epoch);
            statement.setInt(3, many);
            statement.setArray(4, connection.createArrayOf("text", kinds.toArray()));
            List<Records.Touched> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Records.Touched(row.getObject(1, UUID.class), time(row, 2)));
                }
            }
            return found;
        }
    }

    static Stored read(ResultSet row) throws SQLException {
        UUID bodyKey = row.getObject(10, UUID.class);
        Entry.Columns columns = new Entry.Columns(
                row.getInt(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                time(row, 4),
                row.getString(5),
                row.getObject(6, UUID.class),
                Optional.ofNullable(row.getObject(7, UUID.class)),
                row.getString(8),
                Optional.ofNullable(row.getBytes(9)),
                bodyKey);
        LogBodies.Sealed sealed = new LogBodies.Sealed(bodyKey, row.getBytes(13));
        return new Stored(columns, sealed, row.getBytes(11), row.getBytes(12));
    }

    static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
