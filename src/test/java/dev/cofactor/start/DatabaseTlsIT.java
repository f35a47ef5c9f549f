// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Authority;
import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS on the way to the database: whoever is not the one that is meant gets neither a password nor a question. */
class DatabaseTlsIT {
    private static DebianPostgres postgres;
    private static Operator operator;
    private static Path trusted;
    private static Path stranger;
    private static Authority.Signed right;
    private static Authority.Signed otherName;
    private static Authority.Signed otherAuthority;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @BeforeAll
    static void prepare() throws IOException, GeneralSecurityException {
        postgres = DebianPostgres.running();
        operator = Operator.preparing(postgres);
        Machine machine = Machine.ofBriefServers();
        Authority authority = Authority.in(machine.folder("authority"));
        Authority other = Authority.in(machine.folder("other-authority"));
        trusted = authority.certificate();
        stranger = other.certificate();
        right = authority.signs("dns:localhost");
        otherName = authority.signs("dns:db.example.org");
        otherAuthority = other.signs("dns:localhost");
        postgres.shows(right);
        ServerProcess migration =
                machine.start(verifying(operator.migration(machine.folder("tls")), trusted), "migrate");
        assertThat(migration.ended()).as(migration.err()).isZero();
    }

    @AfterAll
    static void tidyUp() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void allConnectionsAreEncryptedAndNobodyTakesTheDatabasesPlaceLater() {
        postgres.shows(right);
        ServerProcess server = machine.start(server(trusted)).ready();
        assertThat(postgres.ask("postgres", """
                select count(*) > 0 and bool_and(ssl) from pg_stat_activity join pg_stat_ssl using (pid)
                 where usename = 'cofactor'""")).isEqualTo("t");

        postgres.shows(otherAuthority);
        postgres.administer(
                "postgres", "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cofactor'");
        server.waitFor("readiness DOWN", () -> server.health("/q/health/ready") == 503);
        assertThat(postgres.ask("postgres", "select count(*) from pg_stat_activity where usename = 'cofactor'"))
                .isEqualTo("0");

        postgres.shows(right);
        server.waitFor("readiness UP", () -> server.health("/q/health/ready") == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "migrate", "signer", "admin create anna"})
    void whatSomebodyElseSignedIsRefused(String words) {
        postgres.shows(right);

        refuses(words, server(stranger), "not vouched for");
    }

    @Test
    void anotherMachinesCertificateIsRefused() {
        postgres.shows(otherName);

        refuses("", server(trusted), "another name than COFACTOR_DATABASE_URL has");
    }

    @Test
    void aServerWithoutTlsIsRefused() {
        postgres.administer("postgres", "alter system set ssl = off", "select pg_reload_conf()");

        refuses("", server(trusted), "speaks no TLS");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        postgres.shows(right);

        refuses("", server(Path.of("/nowhere/ca.pem")), "there is no certificate of an authority");
    }

    private void refuses(String words, Launch launch, String reason) {
        Launch either = words.equals("migrate")
                ? operator.migration(machine.folder("tls"))
                        .with("COFACTOR_DATABASE_URL", launch.environment().get("COFACTOR_DATABASE_URL"))
                : launch;
        ServerProcess process = machine.start(either, words.isEmpty() ? new String[0] : words.split(" "));
        Faultless.refuses(process, reason);
        Faultless.betraysNothing(process, operator.serverPassword(), operator.ownerPassword());
    }

    private Launch server(Path authority) {
        return verifying(operator.server(machine.folder("tls")), authority);
    }

    private static Launch verifying(Launch launch, Path authority) {
        return launch.with(
                "COFACTOR_DATABASE_URL",
                postgres.urlByName(Operator.DATABASE) + "?sslmode=verify-full&sslrootcert=" + authority);
    }
}
