// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.sealing.OpenDoors;
import dev.cofactor.ground.unlocking.RootKeyFile;
import dev.cofactor.ledger.clock.Timekeeper;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A log in a database of its own, empty at first, outside Quarkus: with the appender's own parts and an own key. */
final class OwnLog implements AutoCloseable {
    /** A little more than a server has, and room in the database for two of them. */
    static final int POOL = 24;

    private static final Timekeeper KEEPER = new Timekeeper(Clock.systemUTC()::instant, Clock.systemUTC());

    private final Access access;
    private final AgroalDataSource database;
    private final OpenDoors doors;

    /** All that another process needs to append to the same log. */
    record Access(String url, String role, String password, Path rootKey) {
        /** The same database after its server came back at another place. */
        Access at(String server) {
            String name = url.replaceFirst(".*(/log_[0-9a-f_]+)\\?.*", "$1");
            return new Access(server.replaceFirst("/[a-z]+\\?", name + "?"), role, password, rootKey);
        }
    }

    private OwnLog(Access access, int pool) throws SQLException {
        this.access = access;
        this.database = source(access, pool);
        this.doors = OpenDoors.of(database, access.rootKey, new SecureRandom());
    }

    static OwnLog open(Access access) throws SQLException {
        return new OwnLog(access, POOL);
    }

    static OwnLog make(EmbeddedPostgres postgres) throws SQLException {
        String name = "log_" + UUID.randomUUID().toString().replace('-', '_');
        var superuser = postgres.superuser();
        try (AgroalDataSource all =
                        source(new Access(postgres.url(), superuser.role(), superuser.password(), Path.of("")), 1);
                Connection connection = all.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create database " + name + " owner " + postgres.owner().role());
        }
        String url = postgres.url().replaceFirst("/[a-z]+\\?", "/" + name + "?");
        Flyway.configure()
                .dataSource(url, postgres.owner().role(), postgres.owner().password())
                .placeholders(Map.of("server", postgres.server().role()))
                .load()
                .migrate();
        Path rootKey = TestFolder.fresh("root-key").resolve("root.key");
        RootKeyFile.create(rootKey, new SecureRandom());
        return open(new Access(url, postgres.server().role(), postgres.server().password(), rootKey));
    }

    static AgroalDataSource source(Access access, int pool) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections -> connections
                        .maxSize(pool)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(access.url)
                                .principal(new NamePrincipal(access.role))
                                .credential(new SimplePassword(access.password)))));
    }

    Access access() {
        return access;
    }

    AgroalDataSource database() {
        return database;
    }

    /** The mint is taken once: outside Quarkus this is who takes it. */
    private static final class Mint {
        private static final Recorded.Mint TAKEN = Recorded.Mint.take();
    }

    Batch batch() {
        return batch(false);
    }

    /** @param synchronous whether it records nothing in a database that waits for no standby */
    Batch batch(boolean synchronous) {
        return new Batch(
                new Entries(doors.bodies(), doors.tags(), doors.addresses(), new SecureRandom(), Clock.systemUTC()),
                Mint.TAKEN,
                KEEPER,
                synchronous);
    }

    /** The real one, which takes the mint: in a process where nobody else appends. */
    AuditLog auditLog() {
        return new AuditLog(
                database,
                doors.bodies(),
                doors.tags(),
                doors.addresses(),
                new SecureRandom(),
                Clock.systemUTC(),
                KEEPER,
                new AppendingProcess.Settings());
    }

    AppendRig rig() {
        return new AppendRig(batch(), database).begin();
    }

    /** @return how many entries there are, all of them right */
    long verify() {
        return new WholeLog(database, doors.bodies()).verify();
    }

    /** Where each event is, by the ids the log was asked to keep. */
    Map<UUID, Long> places() throws SQLException {
        Map<UUID, Long> places = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select event, index from log_event")) {
            while (row.next()) {
                places.put(row.getObject(1, UUID.class), row.getLong(2));
            }
        }
        return places;
    }

    long number(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As who owns the tables, and gives the server what it makes. */
    void asOwner(EmbeddedPostgres postgres, String sql) throws SQLException {
        as(
                postgres.owner(),
                sql,
                "grant select, insert on all tables in schema public to "
                        + postgres.server().role());
    }

    void as(EmbeddedPostgres.Login login, String... statements) throws SQLException {
        try (AgroalDataSource source =
                        source(new Access(access.url, login.role(), login.password(), access.rootKey), 1);
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
