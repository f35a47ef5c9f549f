// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** How far the log reached when somebody began to read: what is appended meanwhile does not concern him. */
record Extent(int epoch, long size, Optional<End> end) {
    private static final String HEAD = """
            select h.epoch, coalesce((select e.index + 1 from log_entry e where e.epoch = h.epoch
                                       order by e.index desc limit 1), 0),
                   c.sequence, c.previous
              from log_head h left join log_chain c on c.subject = ?
            """;

    private static final String STANDING = "select epoch, size, stopped from log_head";

    private static final UUID NOBODY = new UUID(0, 0);

    /** A chain's last event, as the table of ends has it. */
    record End(long sequence, long index) {}

    static Extent of(Connection connection) throws SQLException {
        return of(connection, NOBODY);
    }

    static Records.Head head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STANDING);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the log has no head");
            }
            return new Records.Head(row.getInt(1), row.getLong(2), Optional.ofNullable(row.getString(3)));
        }
    }

    /** Both in one statement: a chain's end of a moment later would name an entry beyond the extent. */
    static Extent of(Connection connection, UUID subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD)) {
            statement.setObject(1, subject);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the log has no head");
                }
                Optional<End> end = row.getObject(3) == null
                        ? Optional.empty()
                        : Optional.of(new End(row.getLong(3), row.getLong(4)));
                return new Extent(row.getInt(1), row.getLong(2), end);
            }
        }
    }
}
