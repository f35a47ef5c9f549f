// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Paper;
import dev.cofactor.fixtures.PaperServer;
import dev.cofactor.fixtures.PaperTiles;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code cofactor verify} as it is packaged: no server starts, no folder is made. */
class VerifyIT {
    @RegisterExtension
    final Machine machine = new Machine();

    private final Paper paper = new Paper(300);

    private ServerProcess verify(String what, String source) {
        Path data = machine.folder("verify").resolve("data");
        String key = paper.signer.verifier().text();
        ServerProcess command =
                machine.start(Launch.on(data), "verify", what, source, "--origin", Paper.ORIGIN, "--key", key);
        command.ended();
        assertThat(data).doesNotExist();
        return command;
    }

    private Path export(String text) throws IOException {
        return Files.writeString(machine.folder("export").resolve("log.jsonl"), text);
    }

    @Test
    void aTrueExportIsProvedAndALieIsNamed() throws IOException {
        String text = paper.text();
        ServerProcess good = verify("export", export(text).toString());
        assertThat(good.err()).isEmpty();
        assertThat(good.out()).startsWith("{\"erased\":{").endsWith("\"size\":300}\n");
        assertThat(good.ended()).isZero();

        String altered = text.replaceFirst("(\"index\":17,.*?\"outcome\":\")done", "$1failed");
        ServerProcess lie = verify("export", export(altered).toString());
        assertThat(lie.err()).isEqualTo("cofactor: entry 17: the column outcome is not what the body says\n");
        assertThat(lie.out()).isEmpty();
        assertThat(lie.ended()).isEqualTo(Cofactor.UNEXPECTED);
    }

    @Test
    void theExitCodesAreAContract() {
        assertThat(verify("export", "/no/such/file").ended()).isEqualTo(6);
        assertThat(verify("log", "http://127.0.0.1:" + Launch.freePort()).ended())
                .isEqualTo(8);
        ServerProcess misused = verify("everything", "-");
        assertThat(misused.ended()).isEqualTo(Cofactor.USAGE);
        assertThat(misused.err()).contains("usage: cofactor verify");
    }

    @Test
    void aServedLogIsProvedOverLoopback() {
        try (PaperServer server = new PaperServer(PaperTiles.of(paper))) {
            ServerProcess served = verify("log", server.address());
            assertThat(served.err()).isEmpty();
            assertThat(served.out()).endsWith("\"size\":300}\n");
            assertThat(served.ended()).isZero();
        }
    }
}
