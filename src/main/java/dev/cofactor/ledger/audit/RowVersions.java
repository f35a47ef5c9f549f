// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ledger.claims.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The versions of single things, read and moved under the head's lock. A thing nobody has changed is at version 0. Those that
 * are known to be needed are read on the same trip as the head; one that comes later is read when it is met.
 */
final class RowVersions {
    static final String READ = "select object, version from row_version where object = any(?)";

    private final Set<UUID> known;
    private final Map<UUID, Long> versions = new HashMap<>();

    private RowVersions(Set<UUID> known) {
        this.known = new HashSet<>(known);
    }

    /** @param found the rows of these objects under the head's lock */
    static RowVersions of(Set<UUID> objects, ResultSet found) throws SQLException {
        RowVersions read = new RowVersions(objects);
        while (found.next()) {
            read.found(found);
        }
        return read;
    }

    /** Reads those of these objects that are not known yet. */
    void readFor(Connection connection, Stream<UUID> objects) throws SQLException {
        List<UUID> more = objects.filter(known::add).toList();
        if (!more.isEmpty()) {
            Table.read(connection, READ, this::found, Table.column("uuid", more, object -> object));
        }
    }

    private void found(ResultSet row) throws SQLException {
        versions.put(row.getObject(1, UUID.class), row.getLong(2));
    }

    long of(UUID object) {
        return versions.getOrDefault(object, 0L);
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
