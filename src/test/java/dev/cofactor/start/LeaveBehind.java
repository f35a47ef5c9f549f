// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Household;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Waiting;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No test: makes what {@link UpgradeIT} begins with. Run at the edition that is about to become the previous one, by
 * {@code ./mvnw verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=LeaveBehind}, its result is committed.
 */
class LeaveBehind {
    static final Path FOLDER = Path.of("src", "test", "resources", "previous-edition");

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aDatabaseAsThisEditionLeavesIt() throws IOException {
        DebianPostgres postgres = DebianPostgres.running();
        machine.afterwards(postgres);
        Operator operator = Operator.preparing(postgres);
        Path key = machine.folder("signer").resolve("log.key");
        succeeded(machine.start(operator.migration(machine.folder("migration")), "migrate"));
        Launch launch = operator.server(machine.folder("server"));
        succeeded(machine.start(launch, "admin", "create", "anna"));
        Launch signer = operator.server(machine.folder("server"))
                .with("COFACTOR_LOG_KEY_FILE", key.toString())
                .without("COFACTOR_ROOT_KEY_FILE");
        String verifier = succeeded(machine.start(signer, "log-key", "create", key.toString()))
                .out()
                .strip();
        Household household = new Household(postgres);
        household.moveIn(2);
        ServerProcess server = machine.start(launch).ready();
        household.furnish(launch.port(), 1, 10);
        for (String what : new String[] {"code/" + Household.COUNTER, "backup-code/" + Household.POOL}) {
            assertThat(Household.send(launch.port(), household.token(0), "POST", "/api/v1/" + what, "{}")
                            .statusCode())
                    .isEqualTo(200);
        }
        ServerProcess signing = machine.start(signer, "signer");
        Waiting.until(
                Duration.ofSeconds(60),
                () -> postgres.ask(
                                Operator.DATABASE,
                                "select (select coalesce(max(size), 0) from checkpoint) = size from log_head")
                        .equals("t"),
                () -> "not signed");
        signing.stop();
        server.stop();
        postgres.administer(Operator.DATABASE, "delete from session");
        keep(postgres, operator, household, key, verifier);
    }

    private static void keep(DebianPostgres postgres, Operator operator, Household household, Path key, String verifier)
            throws IOException {
        Files.createDirectories(FOLDER);
        postgres.write(Operator.DATABASE, FOLDER.resolve("database.sql"));
        Files.copy(operator.rootKey(), FOLDER.resolve("root.key"));
        Files.copy(key, FOLDER.resolve("log.key"));
        Files.copy(key.resolveSibling("log-head"), FOLDER.resolve("log-head"));
        Properties remembered = new Properties();
        remembered.putAll(household.remembered());
        remembered.put("verifier", verifier);
        try (Writer out = Files.newBufferedWriter(FOLDER.resolve("household.properties"))) {
            remembered.store(out, null);
        }
    }

    private static ServerProcess succeeded(ServerProcess command) {
        assertThat(command.ended()).as(command.err()).isZero();
        return command;
    }
}
