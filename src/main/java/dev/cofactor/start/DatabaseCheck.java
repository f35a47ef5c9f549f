// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.start.embedded.CannotStart;
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
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Looks at the database as the server's role before anybody is served: a role that could rewrite what must stay, or a
 * schema other than this build's, stops the start.
 */
@Singleton
final class DatabaseCheck {
    private static final int OLDEST = 15;
    static final int BEFORE_ALL_OTHERS = 1;

    /** Rights the server must not have; each line is true where it has them. */
    private static final String TOO_MUCH = """
            select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
                or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = current_schema() and pg_has_role(current_user, c.relowner, 'usage'))
                or has_table_privilege('installation', 'insert, update, delete, truncate, trigger')
                or has_table_privilege('person', 'delete, truncate, trigger')
                or has_table_privilege('sealing_key', 'update, delete, truncate, trigger')
                or has_table_privilege('sealing_key_wrap', 'update, delete, truncate, trigger')
                or has_table_privilege('sealing_key_promotion', 'update, delete, truncate, trigger')
                or has_schema_privilege(current_schema(), 'create')
              from pg_roles where rolname = current_user
            """;

    private final AgroalDataSource database;
    private final Flyway flyway;
    private final boolean migrating;

    DatabaseCheck(AgroalDataSource database, Flyway flyway, Settings settings) {
        this.database = database;
        this.flyway = flyway;
        this.migrating = settings.mode().equals("migrate");
    }

    void beforeAnybodyIsServed(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
        if (migrating) {
            return;
        }
        List<String> reasons = reasons();
        if (!reasons.isEmpty()) {
            throw new CannotStart("this database will not do:\n  - " + String.join("\n  - ", reasons));
        }
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
                reasons.add("it is older than PostgreSQL " + OLDEST);
            }
            schema(reasons);
            if (reasons.isEmpty() && yes(statement, TOO_MUCH)) {
                reasons.add("the server's role can do more than the server needs (see the operating page): it must own"
                        + " nothing, and what `cofactor migrate` grants is all it may have");
            }
        } catch (SQLException e) {
            reasons.add("it cannot be asked (SQL state " + e.getSQLState() + ")");
        }
        return reasons;
    }

    private void schema(List<String> reasons) {
        if (flyway.info().pending().length > 0) {
            reasons.add("its schema is not up to date: run `cofactor migrate`");
        } else if (List.of(flyway.info().all()).stream().anyMatch(DatabaseCheck::unknownHere)) {
            reasons.add(
                    "its schema is newer than this Cofactor, or was changed by hand: start the version that made it");
        }
    }

    private static boolean unknownHere(MigrationInfo migration) {
        return migration.getState().isFailed()
                || !migration.isChecksumMatching()
                || !migration.getState().isResolved();
    }

    private static boolean yes(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
