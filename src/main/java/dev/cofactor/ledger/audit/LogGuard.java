// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.problem.Problem;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Before anybody is served it tries, as the server, what nobody may do to the log, and starts no server that could. A
 * fence, not the proof: the proof is what others verify.
 */
@Singleton
final class LogGuard {
    private static final int ONCE_THE_SCHEMA_IS_KNOWN = 2;
    private static final String NOT_ALLOWED = "42501";
    private static final String REMEDY = "; nobody is served until that is put right";

    private static final String WEAK = """
            select case when pg_is_in_recovery() then 'the database is in recovery, nothing can be recorded in it'
                        when current_setting('fsync') = 'off' or current_setting('full_page_writes') = 'off'
                          or current_setting('synchronous_commit') in ('off', 'local')
                        then 'a commit does not last (fsync, full_page_writes, synchronous_commit)'
                        when current_setting('default_transaction_isolation') <> 'read committed'
                        then 'transactions are not "read committed", so what follows the lock is read as before it'
                        when current_setting('session_replication_role') <> 'origin'
                        then 'the role is in replica mode'
                   end
            """;

    /** The log's tables with all partitions there are, and a column of each to set to itself. */
    private static final String TABLES = """
            with recursive log (oid) as (
                select to_regclass(name)::oid from unnest(array['log_entry', 'log_event', 'log_node', 'log_epoch', 'checkpoint']) name
                union all
                select inhrelid from pg_inherits join log on inhparent = log.oid)
            select oid::regclass::text,
                   (select quote_ident(attname) from pg_attribute where attrelid = oid and attnum = 1),
                   has_table_privilege(oid, 'update, delete, truncate, trigger')
              from log
            """;

    private static final String ALONE = "select current_setting('synchronous_standby_names') = ''";

    private final DataSource database;
    private final boolean migrating;
    private final boolean synchronous;

    LogGuard(AgroalDataSource database, AuditConfig config) {
        this.synchronous = config.log().synchronous();
        this.database = database;
        this.migrating = config.mode().equals("migrate");
    }

    void beforeAnythingIsRecorded(@Observes @Priority(ONCE_THE_SCHEMA_IS_KNOWN) StartupEvent event) {
        if (!migrating) {
            fault().ifPresent(fault -> {
                throw new Problem(Problem.Kind.UNAVAILABLE, "log-unsafe", "the log is not safe: " + fault + REMEDY);
            });
        }
    }

    /** What is wrong, in one line. Whatever it tries is rolled back. */
    private Optional<String> fault() {
        try (Connection connection = database.getConnection()) {
            return synchronous && isAlone(connection)
                    ? Optional.of("COFACTOR_LOG_SYNCHRONOUS is set, and the database waits for no standby"
                            + " (synchronous_standby_names)")
                    : fault(connection);
        } catch (SQLException e) {
            return Optional.of("it cannot be asked (SQL state " + e.getSQLState() + ")");
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALONE)) {
            return row.next() && row.getBoolean(1);
        }
    }

    static Optional<String> fault(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '2s'");
            Optional<String> weak = weakness(statement);
            return weak.isPresent() ? weak : alteration(connection, statement);
        } finally {
            connection.rollback();
        }
    }

    private static Optional<String> weakness(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(WEAK)) {
            row.next();
            return Optional.ofNullable(row.getString(1));
        }
    }

    private static Optional<String> alteration(Connection connection, Statement statement) throws SQLException {
        List<String> attempts = new ArrayList<>();
        try (ResultSet table = statement.executeQuery(TABLES)) {
            while (table.next()) {
                if (table.getBoolean(3)) {
                    return Optional.of("the server's role has a right to alter " + table.getString(1));
                }
                attempts.addAll(attempts(table.getString(1), table.getString(2)));
            }
        }
        attempts.add("set local session_replication_role = replica");
        for (String attempt : attempts) {
            if (succeeds(connection, statement, attempt)) {
                return Optional.of("the server's role may \"" + attempt + "\"");
            }
        }
        return Optional.empty();
    }

    private static List<String> attempts(String table, String column) {
        return List.of(
                "update " + table + " set " + column + " = " + column,
                "delete from " + table,
                "truncate " + table + " cascade",
                "alter table " + table + " disable trigger all",
                "drop table " + table + " cascade");
    }

    /** Refused for any other reason than the right to do it is no refusal that lasts. */
    private static boolean succeeds(Connection connection, Statement statement, String attempt) throws SQLException {
        var before = connection.setSavepoint();
        try {
            statement.execute(attempt);
            return true;
        } catch (SQLException e) {
            connection.rollback(before);
            return !NOT_ALLOWED.equals(e.getSQLState());
        }
    }
}
