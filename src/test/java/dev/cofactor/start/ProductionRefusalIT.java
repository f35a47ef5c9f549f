// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unsafe, or does not fit, stops the start with a line that says what to do. */
class ProductionRefusalIT {
    private static DebianPostgres postgres;

    @RegisterExtension
    final Machine machine = new Machine();

    private Operator operator;

    @BeforeAll
    static void run() {
        postgres = DebianPostgres.running();
    }

    @AfterAll
    static void tidyUp() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void prepare() {
        operator = Operator.preparing(postgres);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COFACTOR_URL                     |                              | COFACTOR_URL is missing
            COFACTOR_URL                     | http://cofactor.example.org  | COFACTOR_URL must be https
            COFACTOR_PROXY                   |                              | there is no TLS
            COFACTOR_ROOT_KEY_FILE           |                              | COFACTOR_ROOT_KEY_FILE is missing
            COFACTOR_TLS_KEY                 | key.pem                      | go together
            COFACTOR_DATABASE_USERNAME       |                              | COFACTOR_DATABASE_USERNAME is missing
            COFACTOR_DATABASE_URL            | jdbc:postgresql://db/c       | sslmode=verify-full
            COFACTOR_DATABASE_OWNER_USERNAME | cofactor_owner               | owner's credentials
            COFACTOR_DATABASE_OWNER_PASSWORD | hunter2                      | owner's credentials
            COFACTOR_DATABASE_PASSWORD_FILE  | /etc/hostname                | given twice
            COFACTOR_DATABASE_PASSWORD       | hunter2                      | refuses the role or its password
            """)
    void aSettingThatIsUnsafe(String name, String value, String reason) {
        Launch safe = operator.server(machine.folder("production"));

        refuses(value == null ? safe.without(name) : safe.with(name, value), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin create anna"})
    void aDatabaseWithoutASchema(String words) {
        refuses(operator.server(machine.folder("production")), "cofactor migrate", words.split(" "));
    }

    @Test
    void aSchemaOlderThanThisBuild() throws SQLException {
        migrate();
        asOwner("delete from flyway_schema_history");
        asOwner(
                "insert into flyway_schema_history values (1, '200001010000', 'then', 'BASELINE', 'then', null, 'x', now(), 1, true)");

        refuses(operator.server(machine.folder("production")), "cofactor migrate");
    }

    @Test
    void aSchemaNewerThanThisBuild() throws SQLException {
        migrate();
        asOwner(
                "insert into flyway_schema_history values (99, '299901010000', 'later', 'SQL', 'V299901010000__later.sql', 1, 'x', now(), 1, true)");

        refuses(operator.server(machine.folder("production")), "newer than this Cofactor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter role cofactor superuser",
                "alter role cofactor createrole",
                "alter role cofactor bypassrls",
                "grant cofactor_owner to cofactor",
                "alter table session owner to cofactor",
                "grant delete on person to cofactor",
                "grant update on installation to cofactor",
                "grant create on schema public to cofactor",
            })
    void aRoleThatCouldDoTooMuch(String statement) {
        migrate();
        postgres.administer(Operator.DATABASE, statement);

        refuses(operator.server(machine.folder("production")), "can do more than the server needs");
    }

    @Test
    void oneRoleForOwnerAndServer() {
        Launch launch =
                operator.migration(machine.folder("production")).with("COFACTOR_DATABASE_USERNAME", Operator.OWNER);

        refuses(launch, "two roles", "migrate");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        String url = postgres.url(Operator.DATABASE);
        Launch launch = operator.server(machine.folder("production"));

        refuses(launch.with("COFACTOR_DATABASE_URL", url + "s"), "no such database");
        refuses(
                launch.with("COFACTOR_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + Launch.freePort() + "/cofactor"),
                "cannot be reached");
    }

    private void migrate() {
        ServerProcess migration = machine.start(operator.migration(machine.folder("production")), "migrate");
        if (migration.ended() != 0) {
            throw new AssertionError(migration.err());
        }
    }

    private void asOwner(String statement) throws SQLException {
        postgres.as(Operator.DATABASE, Operator.OWNER, operator.ownerPassword(), statement);
    }

    private void refuses(Launch launch, String reason, String... words) {
        ServerProcess server = machine.start(launch, words.length == 1 && words[0].isEmpty() ? new String[0] : words);
        Faultless.refuses(server, reason);
        Faultless.betraysNothing(
                server, operator.serverPassword(), operator.ownerPassword(), postgres.superuserPassword(), "hunter2");
    }
}
