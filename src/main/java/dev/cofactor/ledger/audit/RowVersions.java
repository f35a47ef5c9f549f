// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ledger.claims.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The versions of single things, read and moved under the head's lock. A thing nobody has changed is at version 0. */
final class RowVersions {
    private RowVersions() {}

    static Map<UUID, Long> of(Connection connection, List<UUID> objects) throws SQLException {
        Map<UUID, Long> versions = new HashMap<>();
        if (objects.isEmpty()) {
            return versions;
        }
        Table.read(
                connection,
                "select object, version from row_version where object = any(?)",
                row -> versions.put(row.getObject(1, UUID.class), row.getLong(2)),
                Table.column("uuid", objects, object -> object));
        return versions;
    }

    static void move(Connection connection, UUID object) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into row_version as r (object, version) values (?, 1)
                on conflict (object) do update set version = r.version + 1
                """)) {
            statement.setObject(1, object);
            statement.executeUpdate();
        }
    }
}
