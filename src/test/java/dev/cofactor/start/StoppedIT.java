// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Shell;
import dev.cofactor.fixtures.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is asked to stop finishes what it began; its database goes last, and in order. */
class StoppedIT {
    private static final int TERMINATED = 128 + 15;
    private static final int INTERRUPTED = 128 + 2;
    private static final String CLEAN = "database system is shut down";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aRequestInFlightIsAnswered() throws IOException {
        Launch launch = Launch.on(machine.furnished());
        ServerProcess server = machine.start(launch).ready();
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), launch.port())) {
            String body = "name=admin&password=wrong";
            client.getOutputStream().write(head(launch, body).getBytes(US_ASCII));
            client.getOutputStream().write(body.substring(0, 4).getBytes(US_ASCII));
            Waiting.pause(300);
            terminate(server);
            Waiting.pause(700);
            assertThat(server.running()).isTrue();
            assertThat(launch.postgres().log()).doesNotContain(CLEAN);

            client.getOutputStream().write(body.substring(4).getBytes(US_ASCII));
            String answer = new String(client.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 403 ").contains("Content-Security-Policy");
        }
        assertThat(server.ended()).isEqualTo(TERMINATED);
        assertStoppedInOrder(launch, server);
    }

    @Test
    void controlCStopsTheServerAndThenTheDatabase() {
        // Whoever runs the tests in the background has them inherit that Ctrl-C is ignored.
        Launch launch = Launch.on(machine.furnished()).through("env", "--default-signal=INT", "setsid");
        ServerProcess server = machine.start(launch).ready();

        Shell.run("kill", "-INT", "--", "-" + server.pid());

        assertThat(server.ended()).isEqualTo(INTERRUPTED);
        assertStoppedInOrder(launch, server);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1500, 4000})
    void aFirstStartMayBeStoppedToo(int after) {
        Launch launch = Launch.on(machine.folder("stopped").resolve("data"));
        ServerProcess server = machine.start(launch);
        Waiting.pause(after);

        server.stop();

        assertThat(launch.postgres().runs()).isFalse();
        Faultless.frightensNobody(server);
        machine.start(launch).ready();
    }

    private static void terminate(ServerProcess server) {
        ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroy);
    }

    private static void assertStoppedInOrder(Launch launch, ServerProcess server) {
        assertThat(launch.postgres().runs()).isFalse();
        assertThat(launch.postgres().log())
                .contains(CLEAN)
                .doesNotContain("not properly shut down")
                .doesNotContain("terminating connection");
        Faultless.saysNothing(server);
    }

    private static String head(Launch launch, String body) {
        String home = "localhost:" + launch.port();
        return String.join(
                        "\r\n",
                        "POST /sign-in HTTP/1.1",
                        "Host: " + home,
                        "Origin: http://" + home,
                        "Connection: close",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + body.length())
                + "\r\n\r\n";
    }
}
