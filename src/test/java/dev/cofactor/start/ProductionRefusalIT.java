// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unsafe, or does not fit, stops the start with a line that says what to do. */
class ProductionRefusalIT {
    private static DebianPostgres postgres;
    private static Operator operator;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @BeforeAll
    static void prepare() {
        postgres = DebianPostgres.running();
        operator = Operator.preparing(postgres);
        postgres.administer("postgres", "create database without_schema owner cofactor_owner");
        Machine machine = Machine.ofBriefServers();
        ServerProcess migration = machine.start(operator.migration(machine.folder("production")), "migrate");
        if (migration.ended() != 0) {
            throw new AssertionError(migration.err());
        }
    }

    @AfterAll
    static void tidyUp() {
        if (postgres != null) {
            postgres.close();
        }
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
        refuses(serverOn("without_schema"), "cofactor migrate", words.isEmpty() ? new String[0] : words.split(" "));
    }

    @Test
    void aSchemaOlderThanThisBuild() {
        copy("older");
        postgres.administer(
                "older", "delete from flyway_schema_history", history(1, "200001010000", "BASELINE", "then"));

        refuses(serverOn("older"), "cofactor migrate");
    }

    @Test
    void aSchemaNewerThanThisBuild() {
        copy("newer");
        postgres.administer("newer", history(99, "299901010000", "SQL", "V299901010000__later.sql"));

        refuses(serverOn("newer"), "newer than this Cofactor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    alter role cofactor superuser                 | alter role cofactor nosuperuser
                    alter role cofactor createrole                | alter role cofactor nocreaterole
                    alter role cofactor bypassrls                 | alter role cofactor nobypassrls
                    grant cofactor_owner to cofactor              | revoke cofactor_owner from cofactor
                    alter table session owner to cofactor         | alter table session owner to cofactor_owner
                    grant delete on person to cofactor            | revoke delete on person from cofactor
                    grant update on installation to cofactor      | revoke update on installation from cofactor
                    grant create on schema public to cofactor     | revoke create on schema public from cofactor
                    """)
    void aRoleThatCouldDoTooMuch(String statement, String undo) {
        postgres.administer(Operator.DATABASE, statement);
        try {
            refuses(serverOn(Operator.DATABASE), "can do more than the server needs");
        } finally {
            postgres.administer(Operator.DATABASE, undo);
        }
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

    private void copy(String name) {
        postgres.administer("postgres", "create database " + name + " template cofactor owner cofactor_owner");
    }

    private static String history(int rank, String version, String kind, String script) {
        return "insert into flyway_schema_history values (%d, '%s', 'a test', '%s', '%s', null, 'test', now(), 1, true)"
                .formatted(rank, version, kind, script);
    }

    private Launch serverOn(String database) {
        return operator.server(machine.folder("production")).with("COFACTOR_DATABASE_URL", postgres.url(database));
    }

    private void refuses(Launch launch, String reason, String... words) {
        ServerProcess server = machine.start(launch, words);
        Faultless.refuses(server, reason);
        Faultless.betraysNothing(
                server, operator.serverPassword(), operator.ownerPassword(), postgres.superuserPassword(), "hunter2");
    }
}
