// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.gathering;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Several statements about the same things, sent together and run one after another: what waits is the way there and back. */
public final class Trip {
    private Trip() {}

    /**
     * What one room reads of it.
     *
     * @param sql with one parameter, an array of ids
     */
    public record Part(String sql, RowReader reader) {}

    /** Reads one row. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    public static void run(Connection connection, Collection<UUID> ids, List<Part> parts) throws SQLException {
        String sql = parts.stream().map(Part::sql).collect(Collectors.joining(";\n"));
        Array all = connection.createArrayOf("uuid", ids.toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parts.size(); i++) {
                statement.setArray(i + 1, all);
            }
            statement.execute();
            for (Part part : parts) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        part.reader.read(row);
                    }
                }
                statement.getMoreResults();
            }
        }
    }
}
