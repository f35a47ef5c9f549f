// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Set-wise SQL: each parameter is a whole column, so a batch costs one statement a table. */
public final class Table {
    private Table() {}

    /** A column of values for all rows. */
    public record Column(String type, List<? extends @Nullable Object> values) {}

    public static <T> Column column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new Column(
                type, rows.stream().map(row -> plain(value.apply(row))).toList());
    }

    public static int write(Connection connection, String sql, Column... columns) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, columns)) {
            return statement.executeUpdate();
        }
    }

    /** As {@link #write}, where every row must be written: one that is not was changed without the head's lock. */
    public static void writeAll(Connection connection, String sql, int rows, Column... columns) throws SQLException {
        if (rows > 0) {
            require(write(connection, sql, columns), rows);
        }
    }

    private static void require(int written, int rows) throws SQLException {
        if (written != rows) {
            throw new SQLException("something was changed by somebody who did not hold the head's lock", "CF001");
        }
    }

    /** One statement of several, and how many rows it must write. */
    public record Write(String sql, int rows, List<Column> columns) {
        public Write(String sql, int rows, Column... columns) {
            this(sql, rows, List.of(columns));
        }
    }

    /** As {@link #writeAll}, one after another in the order given, without waiting in between; nothing to write is left out. */
    public static void writeAll(Connection connection, List<Write> all) throws SQLException {
        List<Write> writes = all.stream().filter(write -> write.rows > 0).toList();
        String sql = String.join(";\n", writes.stream().map(Write::sql).toList());
        Column[] columns =
                writes.stream().flatMap(write -> write.columns.stream()).toArray(Column[]::new);
        try (PreparedStatement statement = prepared(connection, sql, columns)) {
            statement.execute();
            for (Write write : writes) {
                require(statement.getUpdateCount(), write.rows);
                statement.getMoreResults();
            }
        }
    }

    /** Calls the reader for each row found. */
    public static void read(Connection connection, String sql, RowReader reader, Column... columns)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, columns);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** Reads one row. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Column... columns)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.length; i++) {
            statement.setArray(i + 1, array(connection, columns[i]));
        }
        return statement;
    }

    /** Of their own type each: what comes as objects the driver sends as text. */
    public static Array array(Connection connection, Column column) throws SQLException {
        List<? extends @Nullable Object> values = column.values;
        return switch (column.type) {
            case "uuid" -> UuidArray.of(connection, values);
            case "bytea" -> connection.createArrayOf("bytea", values.toArray(byte[][]::new));
            case "text" -> connection.createArrayOf("text", values.toArray(String[]::new));
            case "bigint" -> connection.createArrayOf("int8", values.toArray(Long[]::new));
            default -> connection.createArrayOf(column.type, values.toArray());
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant instant ? Timestamp.from(instant) : value;
    }
}
