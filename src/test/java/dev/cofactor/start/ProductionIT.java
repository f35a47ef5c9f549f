// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Door;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the page's SQL to a running server, on a database that somebody else runs. */
class ProductionIT {
    private static DebianPostgres postgres;
    private static Operator operator;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @BeforeAll
    static void prepare() {
        postgres = DebianPostgres.running();
        operator = Operator.preparing(postgres);
        Machine machine = Machine.ofBriefServers();
        ServerProcess migration = machine.start(operator.migration(machine.folder("production")), "migrate");
        assertThat(migration.ended()).as(migration.err()).isZero();
        assertThat(migration.out()).isEmpty();
        assertThat(migration.err())
                .contains("the database's schema is at version")
                .doesNotContain("WARN");
    }

    @AfterAll
    static void tidyUp() {
        if (postgres != null) {
            postgres.close();
        }
    }

    private Launch server() {
        return operator.server(machine.folder("production"));
    }

    @Test
    void oneAdministratorIsMadeAndGetsIn() {
        ServerProcess first = machine.start(server(), "admin", "create", "anna");
        assertThat(first.ended()).as(first.err()).isZero();
        assertThat(first.out().lines()).hasSize(1);
        String password = first.out().strip();

        Faultless.refuses(machine.start(server(), "admin", "create", "bert"), "administrator already");
        Faultless.refuses(machine.start(server(), "admin", "create", "No Name"), "cofactor: ");

        Launch launch = server();
        ServerProcess server = machine.start(launch).ready();
        Door door = new Door("http://127.0.0.1:" + launch.port(), Operator.HOME);
        assertThat(door.opensTo("anna", password)).isTrue();
        assertThat(door.opensTo("bert", password)).isFalse();
        assertThat(launch.data()).isEmptyDirectory();
        assertThat(server.stop()).isEqualTo(128 + 15);
        assertThat(server.err()).doesNotContain("WARN").doesNotContain(password);
    }

    /** An evaluation keeps its keys beside its data and says so on every page. */
    @Test
    void noVariableMakesAnEvaluationOrASignerOfIt() {
        Launch launch = server().with(Map.of(
                "COFACTOR_MODE", "signer",
                "COFACTOR_EVALUATION", "true",
                "COFACTOR_LOG_SIGNS", "true",
                "COFACTOR_LOG_MAKES_KEY", "true"));
        ServerProcess server = machine.start(launch).ready();
        assertThat(server.text("/sign-in")).contains("Password").doesNotContain("Evaluation");
        assertThat(launch.data()).isEmptyDirectory();
        assertThat(server.stop()).isEqualTo(128 + 15);
    }

    @Test
    void migratingAgainChangesNothing() {
        ServerProcess migration = machine.start(operator.migration(machine.folder("production")), "migrate");

        assertThat(migration.ended()).as(migration.err()).isZero();
        assertThat(migration.out()).isEmpty();
    }

    @Test
    void aPasswordMayComeInAFileThatOthersCannotRead() throws IOException {
        Path file = machine.folder("secret").resolve("password");
        Files.writeString(file, operator.serverPassword() + "\n");
        Launch launch =
                server().without("COFACTOR_DATABASE_PASSWORD").with("COFACTOR_DATABASE_PASSWORD_FILE", file.toString());

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Faultless.refuses(machine.start(launch), file.toString(), "chmod");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        machine.start(launch).ready();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update installation set created_at = now()",
                "delete from installation",
                "insert into installation default values",
                "truncate installation",
                "delete from person",
                "truncate person cascade",
                "create table mine (id int)",
                "alter table person add column mine int",
                "drop table session",
                "create index mine on person (display_name)",
                "update flyway_schema_history set success = false",
                "create schema mine",
                "create role mine",
            })
    void theServersRoleCannot(String statement) {
        assertThatThrownBy(() -> postgres.as(Operator.DATABASE, Operator.SERVER, operator.serverPassword(), statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void theDatabaseMayGoAwayAndComeBack() {
        Launch launch = server();
        ServerProcess server = machine.start(launch).ready();
        Door door = new Door("http://127.0.0.1:" + launch.port(), Operator.HOME);
        assertThat(door.knock("nobody", "no password")).isEqualTo(403);

        postgres.stop();
        try {
            server.waitFor("readiness DOWN", () -> server.health("/q/health/ready") == 503);
            assertThat(server.health("/q/health/live")).isEqualTo(200);
            assertThat(door.knock("nobody", "no password")).isEqualTo(503);
        } finally {
            postgres.start();
        }
        server.waitFor("readiness UP", () -> server.health("/q/health/ready") == 200);
        assertThat(door.knock("somebody", "no password")).isEqualTo(403);
    }
}
