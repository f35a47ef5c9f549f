// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Household;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database that the previous edition left behind ({@link LeaveBehind}) is migrated, and goes on as if nothing had been. */
@Tag("nightly")
class UpgradeIT {
    private static final String NEWER = """
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                               execution_time, success)
            values (9999, '299901010000', 'of a later edition', 'SQL', 'V299901010000__of_a_later_edition.sql', 1, 'x', 1, true)
            """;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @SuppressWarnings("NullAway.Init")
    private DebianPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private Operator operator;

    @SuppressWarnings("NullAway.Init")
    private Household household;

    @SuppressWarnings("NullAway.Init")
    private String verifier;

    @SuppressWarnings("NullAway.Init")
    private Path key;

    @Test
    void codesLeaveAndTheLogGoesOnAfterAMigration() throws IOException {
        leftBehind();
        String before = ask("select note from checkpoint order by size desc limit 1");
        Faultless.refuses(machine.start(server()), "run `cofactor migrate`");

        succeeded(machine.start(operator.migration(machine.folder("migration")), "migrate"));
        succeeded(machine.start(operator.migration(machine.folder("migration")), "migrate")); // again: nothing to do
        Launch launch = server();
        ServerProcess server = machine.start(launch).ready();
        ServerProcess signer = machine.start(signer(), "signer");
        codesLeave(launch);
        signer.waitFor(
                "all is signed",
                () -> ask("select (select max(size) from checkpoint) = size and stopped is null from log_head")
                        .equals("t"));
        requireOneLog(launch, before);
        server.stop();

        postgres.administer(Operator.DATABASE, NEWER);
        Faultless.refuses(machine.start(server()), "newer than this Cofactor");
    }

    private void leftBehind() throws IOException {
        postgres = DebianPostgres.running();
        machine.afterwards(postgres);
        Operator prepared = Operator.preparing(postgres);
        operator = new Operator(postgres, prepared.ownerPassword(), prepared.serverPassword(), own("root.key"));
        key = own("log.key");
        Files.copy(LeaveBehind.FOLDER.resolve("log-head"), key.resolveSibling("log-head"));
        postgres.read(Operator.DATABASE, LeaveBehind.FOLDER.resolve("database.sql"));
        Properties remembered = new Properties();
        try (Reader words = Files.newBufferedReader(LeaveBehind.FOLDER.resolve("household.properties"))) {
            remembered.load(words);
        }
        verifier = remembered.getProperty("verifier");
        Map<String, String> all = remembered.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, remembered::getProperty));
        household = Household.of(all, postgres);
    }

    /** As its owner keeps it, whatever rights a checkout gives. */
    private Path own(String name) throws IOException {
        Path folder = machine.folder("kept");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path file = Files.copy(LeaveBehind.FOLDER.resolve(name), folder.resolve(name));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private void codesLeave(Launch launch) {
        HttpResponse<String> timed = fetched(launch, "code/" + Household.timed(0));
        assertThat(timed.statusCode()).as(timed.body()).isEqualTo(200);
        assertThat(Household.read(timed).get("code").asText())
                .isEqualTo(
                        household.timedCode(0, Household.read(timed).get("step").asLong()));
        HttpResponse<String> counted = fetched(launch, "code/" + Household.COUNTER);
        assertThat(Household.read(counted).get("counter").asLong())
                .as(counted.body())
                .isEqualTo(2);
        assertThat(Household.read(counted).get("code").asText()).isEqualTo(household.countedCode(2));
        HttpResponse<String> taken = fetched(launch, "backup-code/" + Household.POOL);
        assertThat(Household.read(taken).get("code").asText())
                .isEqualTo(household.backupCodes().get(1));
    }

    private void requireOneLog(Launch launch, String before) throws IOException {
        Path since = Files.writeString(machine.folder("since").resolve("checkpoint"), before);
        ServerProcess verified = machine.start(
                Launch.on(machine.folder("verify")),
                "verify",
                "log",
                "http://127.0.0.1:" + launch.port() + "/log/1",
                "--origin",
                verifier.split("\\+")[0],
                "--key",
                verifier,
                "--since",
                since.toString());
        assertThat(verified.ended()).as(verified.err()).isZero();
    }

    private HttpResponse<String> fetched(Launch launch, String what) {
        return Household.send(launch.port(), household.token(0), "POST", "/api/v1/" + what, "{}");
    }

    private String ask(String question) {
        return postgres.ask(Operator.DATABASE, question);
    }

    private Launch server() {
        return operator.server(machine.folder("server")).with("COFACTOR_LOG_PUBLIC", "true");
    }

    private Launch signer() {
        return server().with("COFACTOR_LOG_KEY_FILE", key.toString()).without("COFACTOR_ROOT_KEY_FILE");
    }

    private static void succeeded(ServerProcess command) {
        assertThat(command.ended()).as(command.err()).isZero();
    }
}
