// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody alters the log by an ordinary statement; and the server does not start where it could. */
@QuarkusTest
class AppendOnlyTest {
    private static final String PARTITIONS =
            "select inhrelid::regclass::text from pg_inherits where inhparent = 'log_entry'::regclass order by 1";

    /** A row for each trigger that must be there: its table, and whether it is, fires always, and on what. */
    private static final String FENCES = """
            select c.relname || case when t.tgtype & 32 > 0 then ': truncate' else ': row' end
              from pg_class c join pg_trigger t on t.tgrelid = c.oid join pg_proc p on p.oid = t.tgfoid
             where p.proname = 'log_stays' and t.tgenabled = 'A' and (t.tgtype & 2) > 0
               and ((t.tgtype & 32) > 0 or (t.tgtype & 8 > 0 and t.tgtype & 16 > 0 and t.tgtype & 1 > 0))
            """;

    private final Roles roles;
    private final AuditLog log;
    private final WholeLog wholeLog;

    AppendOnlyTest(Roles roles, AuditLog log, WholeLog wholeLog) {
        this.roles = roles;
        this.log = log;
        this.wholeLog = wholeLog;
    }

    @BeforeEach
    void somethingIsOnTheLog() {
        for (int i = 0; i < 300; i++) {
            AppendRig.settled(log.append(AppendRig.note()));
        }
    }

    @AfterEach
    void theWholeLogIsRight() {
        wholeLog.verify();
    }

    @Test
    void theServerIsRefusedEveryAlteration() throws SQLException {
        try (Connection server = roles.server()) {
            for (String attempt : attempts()) {
                refused(server, attempt);
            }
        }
    }

    @Test
    void theOwnerIsRefusedByTheTriggers() throws SQLException {
        try (Connection owner = roles.owner()) {
            for (String attempt : attempts()) {
                refused(owner, attempt);
            }
        }
    }

    @Test
    void aSuperuserInReplicaModeIsRefusedByTheTriggers() throws SQLException {
        try (Connection superuser = roles.superuser()) {
            Roles.execute(superuser, "set session_replication_role = replica");
            for (String attempt : attempts()) {
                refused(superuser, attempt);
            }
        }
    }

    @Test
    void everyPartitionHasItsFencesAndSoHasOneMadeLater() throws SQLException {
        try (Connection owner = roles.owner()) {
            owner.setAutoCommit(false);
            List<String> before = strings(owner, PARTITIONS);
            Roles.execute(owner, "update log_head set size = 5 * 1048576");
            Roles.execute(owner, "select log_partitions()");
            List<String> tables = strings(owner, PARTITIONS);
            assertThat(tables).hasSize(before.size() + 2).contains("log_entry_1_5", "log_entry_1_6");
            List<String> expected = new ArrayList<>();
            tables.addAll(List.of("log_entry", "log_event", "log_node", "log_epoch", "checkpoint"));
            tables.forEach(table -> expected.addAll(List.of(table + ": row", table + ": truncate")));
            assertThat(strings(owner, FENCES)).containsExactlyInAnyOrderElementsOf(expected);
            owner.rollback();
        }
    }

    @Test
    void theServerStartsOnThisDatabase() {
        assertThat(faultOfServer()).isEmpty();
    }

    @Test
    void theServerDoesNotStartWhereItMayAlterTheLog() throws SQLException {
        try (Connection owner = roles.owner()) {
            for (String table : List.of("log_entry", "log_entry_1_1", "log_event", "log_node", "log_epoch")) {
                for (String right : List.of("update", "delete", "truncate", "trigger")) {
                    Roles.execute(owner, "grant %s on %s to %s".formatted(right, table, roles.nameOfServer()));
                    assertThat(faultOfServer())
                            .hasValueSatisfying(fault -> assertThat(fault).endsWith(" " + table));
                    Roles.execute(owner, "revoke %s on %s from %s".formatted(right, table, roles.nameOfServer()));
                }
            }
        }
    }

    @Test
    void theServerDoesNotStartAsTheOwner() throws SQLException {
        try (Connection owner = roles.owner()) {
            assertThat(LogGuard.fault(owner)).isPresent();
        }
    }

    @Test
    void theServerDoesNotStartWhereACommitDoesNotLast() throws SQLException {
        String role = roles.nameOfServer();
        for (String weak : List.of(
                "synchronous_commit = off",
                "synchronous_commit = local",
                "default_transaction_isolation = 'repeatable read'",
                "session_replication_role = replica")) {
            try (Connection superuser = roles.superuser()) {
                Roles.execute(superuser, "alter role " + role + " set " + weak);
                assertThat(faultOfServer()).as(weak).isPresent();
            } finally {
                reset(role);
            }
        }
    }

    private void reset(String role) throws SQLException {
        try (Connection superuser = roles.superuser()) {
            Roles.execute(superuser, "alter role " + role + " reset all");
        }
    }

    private Optional<String> faultOfServer() {
        try (Connection server = roles.server()) {
            return LogGuard.fault(server);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> attempts() {
        List<String> attempts = new ArrayList<>();
        for (String table : List.of("log_entry", "log_entry_1_0", "log_event", "log_node", "log_epoch")) {
            attempts.add("update " + table + " set epoch = epoch");
            attempts.add("delete from " + table);
            attempts.add("truncate " + table + " cascade");
        }
        return attempts;
    }

    private static void refused(Connection connection, String attempt) {
        assertThatThrownBy(() -> Roles.execute(connection, attempt))
                .as(attempt)
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("42501");
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
