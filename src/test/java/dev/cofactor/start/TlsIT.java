// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Certificate;
import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Sockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** TLS that the server ends itself. */
class TlsIT {
    private static DebianPostgres postgres;
    private static Operator operator;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @BeforeAll
    static void prepare() {
        postgres = DebianPostgres.running();
        operator = Operator.preparing(postgres);
        Machine machine = Machine.ofBriefServers();
        assertThat(machine.start(operator.migration(machine.folder("tls")), "migrate")
                        .ended())
                .isZero();
    }

    @AfterAll
    static void tidyUp() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void theOnePortSpeaksTlsAndNothingElse() throws IOException, GeneralSecurityException, InterruptedException {
        Certificate certificate = Certificate.in(machine.folder("tls"));
        Launch launch = launch(certificate.certificate(), certificate.key());
        ServerProcess server = machine.start(launch).ready();

        HttpResponse<String> page = HttpClient.newBuilder()
                .sslContext(certificate.trustingIt())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + launch.port() + "/sign-in"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(server.page("/sign-in")).as("plain").isZero();
        assertThat(Set.copyOf(Sockets.listenedOnBy(List.of(server.pid()))))
                .as("the server and its health")
                .hasSize(2);
    }

    @Test
    void aFileThatIsNoKeyIsSaidInOneLine() throws IOException, GeneralSecurityException {
        Path folder = machine.folder("tls");
        Certificate certificate = Certificate.in(folder);
        Path broken = Files.writeString(folder.resolve("broken.pem"), "no key");

        Faultless.refuses(machine.start(launch(certificate.certificate(), broken)), "COFACTOR_TLS_KEY");
        Faultless.refuses(machine.start(launch(broken, certificate.key())), "COFACTOR_TLS_CERTIFICATE");
        Faultless.refuses(
                machine.start(launch(folder.resolve("missing.pem"), certificate.key())), "COFACTOR_TLS_CERTIFICATE");
    }

    private Launch launch(Path certificate, Path key) {
        return operator.server(machine.folder("tls"))
                .without("COFACTOR_PROXY")
                .with("COFACTOR_TLS_CERTIFICATE", certificate.toString())
                .with("COFACTOR_TLS_KEY", key.toString());
    }
}
