// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What somebody could try who has the server's connection: to put a field into a version that is there. */
@QuarkusTest
class VersionsStayWholeTest {
    private static final String FIELD = """
            insert into template_field (template, version, id, position, name, description, type, required, open)
            values ('%s', %d, gen_random_uuid(), %d, 'Added', '', 'multi-line', false, true)""";
    private static final String VERSION = """
            insert into template_version (template, version, made_at, event, fields)
            values ('%s', %d, now(), gen_random_uuid(), %d)""";

    private final Roles roles;
    private final Templates templates;

    VersionsStayWholeTest(Roles roles, Templates templates) {
        this.roles = roles;
        this.templates = templates;
    }

    @Test
    void nothingIsAddedToAVersionThatIsThere() throws SQLException {
        int before = fields(1);
        try (Connection server = roles.server()) {
            for (String sql : new String[] {
                field(1, 10),
                "set constraints all immediate; " + field(1, 11),
                field(1, 12) + "; set constraints all immediate",
                "begin; savepoint a; " + field(1, 13) + "; release a; commit"
            }) {
                assertThatThrownBy(() -> Roles.execute(server, sql)).hasMessageContaining("keeps the fields");
                rollBack(server);
            }
            assertThatThrownBy(() -> Roles.execute(server, "set session_replication_role = replica"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Roles.execute(server, "create temporary table template_version (fields integer)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Roles.execute(server, "alter table template_field disable trigger all"))
                    .hasMessageContaining("must be owner");
        }
        assertThat(fields(1)).isEqualTo(before);
    }

    @Test
    void aVersionComesWithAllItsFieldsOrNotAtAll() throws SQLException {
        try (Connection server = roles.server()) {
            assertThatThrownBy(() -> Roles.execute(server, version(50, 1))).hasMessageContaining("keeps the fields");
            assertThatThrownBy(() -> Roles.execute(server, version(50, 2) + "; " + field(50, 0)))
                    .hasMessageContaining("keeps the fields");
            assertThatThrownBy(() -> Roles.execute(server, version(50, 0))).hasMessageContaining("check");
        }
        assertThat(templates.version(Shelf.OTP_ONLY, 50)).isEmpty();
        try (Connection server = roles.server()) {
            server.setAutoCommit(false);
            Roles.execute(server, version(50, 1));
            Roles.execute(server, field(50, 0));
            Roles.execute(server, "set constraints all immediate"); // looked at now, as a commit would
            server.rollback();
        }
    }

    private int fields(int version) {
        return templates.version(Shelf.OTP_ONLY, version).orElseThrow().fields().size();
    }

    private static String field(int version, int position) {
        return FIELD.formatted(Shelf.OTP_ONLY, version, position);
    }

    private static String version(int number, int fields) {
        return VERSION.formatted(Shelf.OTP_ONLY, number, fields);
    }

    private static void rollBack(Connection server) throws SQLException {
        Roles.execute(server, "rollback");
    }
}
