// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.fixtures.Roles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** The log as it stands, in a database of its own: to be tampered with by one to whom nothing is forbidden. */
final class LogCopy {
    private static final List<String> TABLES =
            List.of("log_epoch", "log_head", "log_entry", "log_event", "log_node", "log_chain", "checkpoint");

    /** By server: where no log was written yet. */
    private static final Map<String, LogCopy> EMPTY = new HashMap<>();

    private final String name = "copy_" + UUID.randomUUID().toString().replace('-', '_');

    private LogCopy() {}

    static LogCopy of(Roles original) throws SQLException, IOException {
        LogCopy copy = empty(original).twin(original);
        try (Connection from = original.superuser()) {
            // One snapshot: others append meanwhile.
            Roles.execute(from, "begin transaction isolation level repeatable read");
            copy.fill(from);
        }
        return copy;
    }

    /** All migrations take longer than anything that is done to a copy. */
    private static synchronized LogCopy empty(Roles original) throws SQLException {
        String server = setting("quarkus.datasource.jdbc.url");
        LogCopy known = EMPTY.get(server);
        if (known == null) {
            known = new LogCopy();
            String owner = setting("quarkus.flyway.username");
            try (Connection connection = original.superuser()) {
                Roles.execute(connection, "create database " + known.name + " owner " + owner);
            }
            Flyway.configure()
                    .dataSource(known.url(), owner, setting("quarkus.flyway.password"))
                    .placeholders(Map.of("server", original.nameOfServer()))
                    .load()
                    .migrate();
            EMPTY.put(server, known);
        }
        return known;
    }

    /** Another database with the same in it: what becomes of the one is nothing to the other. */
    LogCopy twin(Roles original) throws SQLException {
        LogCopy twin = new LogCopy();
        try (Connection connection = original.superuser()) {
            Roles.execute(connection, "create database " + twin.name + " template " + name);
        }
        return twin;
    }

    void drop(Roles original) throws SQLException {
        try (Connection connection = original.superuser()) {
            Roles.execute(connection, "drop database " + name + " with (force)");
        }
    }

    private void fill(Connection from) throws SQLException, IOException {
        try (Connection to = superuser()) {
            Roles.execute(to, "set session_replication_role = replica");
            unfence(to);
            for (String table : TABLES) {
                Roles.execute(to, "delete from " + table);
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                from.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout (format binary)", rows);
                to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + table + " from stdin (format binary)",
                                new ByteArrayInputStream(rows.toByteArray()));
            }
        }
    }

    private static void unfence(Connection connection) throws SQLException {
        for (String table : List.of("log_epoch", "log_entry", "log_event", "log_node", "checkpoint")) {
            Roles.execute(connection, "alter table " + table + " disable trigger user");
        }
        Roles.execute(connection, """
                do $$ declare p text; begin for p in select inhrelid::regclass::text from pg_inherits
                 where inhparent = 'log_entry'::regclass loop execute 'alter table ' || p || ' disable trigger user';
                end loop; end $$
                """);
        Roles.execute(connection, "alter table log_entry drop constraint log_entry_check");
    }

    /** As the server sees it. */
    DataSource server() {
        return as(setting("quarkus.datasource.username"), setting("quarkus.datasource.password"));
    }

    void tamper(String sql, Object... values) throws SQLException {
        try (Connection connection = superuser()) {
            Roles.execute(connection, "set session_replication_role = replica");
            Roles.execute(connection, sql.formatted(values));
        }
    }

    String one(String question, Object... values) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.formatted(values))) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    Connection superuser() throws SQLException {
        return as("postgres", setting("test.superuser.password")).getConnection();
    }

    private DataSource as(String role, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role);
        source.setPassword(password);
        return source;
    }

    private String url() {
        return setting("quarkus.datasource.jdbc.url").replaceFirst("/[a-z]+\\?", "/" + name + "?");
    }

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
