// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.identity.FreshIds;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.sealing.Tags.Addresses;
import dev.cofactor.ground.unlocking.Settings;
import dev.cofactor.ground.unlocking.Unlocking;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The log's doors to the keys of a database, without Quarkus: for processes and databases of a test's own. */
public record OpenDoors(LogBodies bodies, Tags tags, Addresses addresses) {
    public static OpenDoors of(DataSource database, Path rootKey, SecureRandom random) {
        SealingKeyRows rows = new PlainRows(database);
        Installation installation = new Installation(rows);
        Unlocking unlocking = Settings.unlocking(rootKey, rootKey.resolveSibling("nothing"), false);
        Clock clock = Clock.systemUTC();
        Keyring keys = new Keyring(rows, installation, unlocking, clock, random, FreshIds.of(clock, random));
        keys.unlock();
        return new OpenDoors(
                new LogBodies(keys, installation), new Tags(keys, installation), new Addresses(keys, installation));
    }

    /** The same tables, asked by plain JDBC. */
    static final class PlainRows extends SealingKeyRows {
        private static final String KEY = """
                select k.id, k.label, k.version, w.wrapped, w.wrapped is not null
                  from sealing_key k left join sealing_key_wrap w on w.key = k.id and w.root = ?
                 where k.purpose = ? and (k.label = ? or k.id = ?) order by k.version desc limit 1
                """;

        private final DataSource database;

        @SuppressWarnings("NullAway") // it asks in another way
        PlainRows(DataSource database) {
            super(null);
            this.database = database;
        }

        @Override
        UUID installation() {
            return ask("select id from installation", row -> row.getObject(1, UUID.class))
                    .getFirst();
        }

        @Override
        List<String> roots() {
            return ask("select distinct root from sealing_key_wrap", row -> row.getString(1));
        }

        @Override
        Optional<Stored> newest(Purpose purpose, String label, String root) {
            return key(root, purpose, label, new UUID(0, 0));
        }

        @Override
        Optional<Stored> find(Purpose purpose, UUID id, String root) {
            return key(root, purpose, "", id);
        }

        @Override
        void addMissing(List<Fresh> keys, String root) {
            for (Fresh key : keys) {
                var name = key.name();
                ask(
                        "insert into sealing_key (id, purpose, label, version) values (?, ?, ?, ?) returning 1",
                        row -> row.getInt(1),
                        name.id(),
                        name.purpose().word,
                        name.label(),
                        name.version());
                ask(
                        "insert into sealing_key_wrap (key, root, wrapped) values (?, ?, ?) returning 1",
                        row -> row.getInt(1),
                        name.id(),
                        root,
                        key.wrapped());
            }
        }

        private Optional<Stored> key(String root, Purpose purpose, String label, UUID id) {
            return ask(
                            KEY,
                            row -> new Stored(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getBytes(4),
                                    row.getBoolean(5)),
                            root,
                            purpose.word,
                            label,
                            id)
                    .stream()
                    .findFirst();
        }

        private interface Reader<T> {
            T read(ResultSet row) throws SQLException;
        }

        private <T> List<T> ask(String sql, Reader<T> reader, Object... values) {
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                List<T> found = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(reader.read(row));
                    }
                }
                return found;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
