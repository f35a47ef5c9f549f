// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows that somebody alters in the database after their code was fetched, moving no version: the next fetch finds it, and when
 * they are put back the code is there again. So nothing of them may be remembered from one fetch to the next.
 */
@QuarkusTest
class AlteredMeanwhileHttpTest {
    private final Kiosk kiosk;
    private final Roles roles;
    private final LogEntries entries;

    AlteredMeanwhileHttpTest(Kiosk kiosk, Roles roles, LogEntries entries) {
        this.kiosk = kiosk;
        this.roles = roles;
        this.entries = entries;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seed     | secret | digits = 8                               | digits = 6
            seed     | secret | counter = 1                              | counter = 0
            secret   | id     | mac = set_byte(mac, 40, get_byte(mac, 40) # 1) | mac = set_byte(mac, 40, get_byte(mac, 40) # 1)
            place    | object | slug = 'other'                           | slug = 'root'
            """)
    void theNextFetchFindsIt(String table, String column, String alteration, String undoing) throws SQLException {
        Kiosk.Stand stand = kiosk.stand("shared", 4);
        Kiosk.Visitor visitor = kiosk.fetcher(stand);
        String byId = "/api/v1/code/" + PublicId.SECRET.of(stand.secret());
        fetched(visitor, byId, 200);
        fetched(visitor, byId, 200);
        write("update " + table + " set " + alteration + " where " + column + " = '" + stand.secret() + "'");
        Kiosk.as(visitor.credential())
                .contentType("application/json")
                .body(Map.of("wait", 0))
                .post(byId)
                .then()
                .statusCode(503)
                .body("code", equalTo("altered"));
        assertThat(entries.about(stand.secret(), "release-aborted")).isNotEmpty();
        write("update " + table + " set " + undoing + " where " + column + " = '" + stand.secret() + "'");
        fetched(visitor, byId, 200);
        assertThat(entries.about(stand.secret(), "code-released")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"bytes", "data_key"})
    void aValueThatWasAlteredIsNotOpened(String column) throws SQLException {
        Kiosk.Stand stand = kiosk.stand("shared", 4);
        Kiosk.Visitor visitor = kiosk.fetcher(stand);
        String byId = "/api/v1/code/" + PublicId.SECRET.of(stand.secret());
        String turned =
                "update sealed_value set %1$s = set_byte(%1$s, 60, get_byte(%1$s, 60) # 1) where secret = '%2$s'"
                        .formatted(column, stand.secret());
        fetched(visitor, byId, 200);
        write(turned + " and content = 'seed'");
        assertThat(Kiosk.as(visitor.credential())
                        .contentType("application/json")
                        .body(Map.of("wait", 0))
                        .post(byId)
                        .statusCode())
                .isGreaterThanOrEqualTo(500);
        write(turned + " and content = 'seed'");
        fetched(visitor, byId, 200);
    }

    private static void fetched(Kiosk.Visitor visitor, String path, int status) {
        Kiosk.as(visitor.credential())
                .contentType("application/json")
                .body(Map.of())
                .post(path)
                .then()
                .statusCode(status);
    }

    /** With the triggers off, as one to whom nothing is forbidden. */
    private void write(String sql) throws SQLException {
        try (Connection everything = roles.superuser()) {
            Roles.execute(everything, sql);
        }
    }
}
