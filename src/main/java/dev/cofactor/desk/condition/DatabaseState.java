// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.condition;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks the database what it is. */
@Singleton
class DatabaseState {
    private static final Logger LOG = Logger.getLogger(DatabaseState.class);
    private static final String STATE = """
            select current_setting('server_version'), pg_database_size(current_database()),
                   (select count(*) from pg_stat_activity where datname = current_database()),
                   current_setting('max_connections')::int
            """;

    private final AgroalDataSource database;

    DatabaseState(AgroalDataSource database) {
        this.database = database;
    }

    /** Absent where it does not answer. */
    Optional<Condition.Database> read() {
        long began = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(state(row, Duration.ofNanos(System.nanoTime() - began))) : Optional.empty();
        } catch (SQLException e) {
            LOG.warnf("the database cannot be asked what it is: SQL state %s", e.getSQLState());
            return Optional.empty();
        }
    }

    private static Condition.Database state(ResultSet row, Duration took) throws SQLException {
        // Distributions write theirs behind it: "15.14 (Debian 15.14-0+deb12u1)".
        String release = row.getString(1).split(" ", 2)[0];
        return new Condition.Database(release, row.getLong(2), took, row.getInt(3), row.getInt(4));
    }
}
