// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A log in a database of its own, with entries that mean nothing: to be signed, and to be tampered with. */
final class BareLog {
    private final EmbeddedPostgres postgres;
    private final String url;

    BareLog(EmbeddedPostgres postgres) throws SQLException {
        this.postgres = postgres;
        String name = "log_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = as(postgres.url(), postgres.superuser()).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database " + name + " owner " + postgres.owner().role());
        }
        url = postgres.url().replaceFirst("/[a-z]+\\?", "/" + name + "?");
        Flyway.configure()
                .dataSource(url, postgres.owner().role(), postgres.owner().password())
                .placeholders(Map.of("server", postgres.server().role()))
                .load()
                .migrate();
    }

    DataSource server() {
        return as(url, postgres.server());
    }

    private static DataSource as(String url, EmbeddedPostgres.Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.role());
        source.setPassword(login.password());
        return source;
    }

    /** Of the whole database server, and nothing of the log. */
    void configure(String... statements) throws SQLException {
        try (Connection connection = as(url, postgres.superuser()).getConnection();
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** As if this had always been so: triggers and rights hold back nobody who owns the server. */
    void tamper(String... statements) throws SQLException {
        try (Connection connection = as(url, postgres.superuser()).getConnection();
                var statement = connection.createStatement()) {
            for (String table : List.of("log_entry", "log_node", "checkpoint")) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute("do $$ declare p text; begin for p in select inhrelid::regclass::text from pg_inherits"
                    + " where inhparent = 'log_entry'::regclass loop execute 'alter table ' || p || ' disable trigger"
                    + " user'; end loop; end $$");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The appender's part in three statements. */
    void grow(int count) throws SQLException {
        try (Connection connection = server().getConnection()) {
            connection.setAutoCommit(false);
            Frontier before = frontier(connection);
            List<Hash> hashes = new ArrayList<>();
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into log_entry (epoch, index, leaf, leaf_hash, event, time, class, actor, outcome, body_key,
                                           body)
                    values (1, ?, ?, ?, ?, now(), 'test', ?, 'done', ?, ''::bytea)
                    """)) {
                for (int i = 0; i < count; i++) {
                    byte[] leaf = ("leaf " + (before.size() + i)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                    hashes.add(Hash.ofLeaf(leaf));
                    insert.setLong(1, before.size() + i);
                    insert.setBytes(2, leaf);
                    insert.setBytes(3, hashes.getLast().bytes());
                    for (int id = 4; id <= 6; id++) {
                        insert.setObject(id, UUID.randomUUID());
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            Frontier.Grown grown = before.appendAll(hashes);
            nodes(connection, grown);
            head(connection, grown.frontier());
            connection.commit();
        }
    }

    private static void nodes(Connection connection, Frontier.Grown grown) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into log_node (epoch, level, index, hash) values (1, ?, ?, ?)")) {
            for (Frontier.Node node : grown.completed()) {
                if (node.inTile()) {
                    insert.setInt(1, node.level());
                    insert.setLong(2, node.index());
                    insert.setBytes(3, node.hash().bytes());
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void head(Connection connection, Frontier frontier) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update log_head set size = ?, frontier = ?, root = ?")) {
            update.setLong(1, frontier.size());
            update.setBytes(2, frontier.bytes());
            update.setBytes(3, frontier.root().bytes());
            update.executeUpdate();
        }
    }

    private static Frontier frontier(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select frontier from log_head for update")) {
            row.next();
            return row.getBytes(1).length == 0 ? Frontier.EMPTY : Frontier.parse(row.getBytes(1));
        }
    }

    String one(String question) throws SQLException {
        try (Connection connection = server().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    List<CheckpointRows.Stored> checkpoints() throws SQLException {
        List<CheckpointRows.Stored> found = new ArrayList<>();
        try (Connection connection = server().getConnection()) {
            var next = CheckpointRows.covering(connection, 1, -1);
            while (next.isPresent()) {
                found.add(next.get());
                next = CheckpointRows.covering(connection, 1, next.get().head().size());
            }
        }
        return found;
    }
}
