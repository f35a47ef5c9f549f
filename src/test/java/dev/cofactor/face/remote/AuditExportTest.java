// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cofactor.fixtures.Paper;
import dev.cofactor.fixtures.TestFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log, verified while it comes: what holds gets the name, what does not never does. */
class AuditExportTest {
    private final Paper paper = new Paper(300);
    private final String truth = paper.text();
    private final Path folder = TestFolder.fresh("export");
    private final Path file = folder.resolve("log.jsonl");
    private final AtomicReference<String> shown = new AtomicReference<>("");
    private HttpServer server;
    private volatile int status = 200;
    private volatile String text = truth;
    private volatile int missing;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/audit/export", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Hanging up before the end, where some of it is to be missing. */
    private void answer(HttpExchange exchange) throws IOException {
        shown.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] all = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, all.length);
        exchange.getResponseBody().write(all, 0, all.length - missing);
        exchange.close();
    }

    private Command.Ended exported() {
        return Command.at("http://127.0.0.1:" + server.getAddress().getPort())
                .run(
                        "audit",
                        "export",
                        file.toString(),
                        "--origin",
                        Paper.ORIGIN,
                        "--key",
                        paper.signer.verifier().text());
    }

    private Path unproved() {
        return folder.resolve("log.jsonl.unproved");
    }

    @Test
    void whatHoldsIsWrittenAsItCame() throws IOException {
        Command.Ended ended = exported().is(0);
        assertThat(ended.out()).matches("300 [A-Za-z0-9+/=]{44}\n");
        assertThat(Files.readString(file)).isEqualTo(truth);
        assertThat(unproved()).doesNotExist();
        assertThat(shown.get()).isEqualTo("Bearer cft_one");
        exported().is(2); // nothing is written over
    }

    @Test
    void whatLiesKeepsTheOtherName() throws IOException {
        text = truth.replaceFirst("(\"index\":17,.*?\"outcome\":\")done", "$1failed");
        Command.Ended ended = exported().is(1);
        assertThat(ended.err()).contains("entry 17");
        assertThat(ended.out()).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(unproved()).exists();
        text = truth + "more";
        exported().is(1);
        text = truth.substring(0, truth.length() / 2);
        exported().is(1);
        missing = 10_000;
        text = truth;
        exported().is(8);
        assertThat(file).doesNotExist();
        missing = 0;
        exported().is(0);
    }

    @ParameterizedTest
    @CsvSource({"401, 3", "403, 4", "404, 6", "429, 7", "503, 8", "302, 1", "500, 1"})
    void aRefusalHasItsExitCodeAndWritesNothing(int answered, int exit) {
        status = answered;
        text = "{\"code\":\"denied\",\"detail\":\"\\u001b[2Jno\\n\"}";
        Command.Ended ended = exported().is(exit);
        assertThat(ended.err()).isEqualTo("cofactor: [2Jno (denied)\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void theExitCodesAreAContract() {
        Command.at("http://cofactor.example.org")
                .run("audit", "export", "x", "--origin", "a", "--key", "b")
                .is(2);
        Command.at("https://cofactor.example.org")
                .run("audit", "export", "x", "--key", "b")
                .is(2);
        Command.at("https://cofactor.example.org")
                .with("COFACTOR_TOKEN", "two words")
                .run("policy", "diff", "-")
                .is(3);
        Command.at("https://cofactor.example.org")
                .with("COFACTOR_TOKEN_FILE", "/nowhere")
                .run("policy", "diff", "-")
                .is(3);
        Command.at("http://localhost:1").reading("{}", "policy", "diff", "-").is(8);
        Command.at("http://localhost:1").reading("[]", "policy", "diff", "-").is(2);
        Command.at("http://localhost:1").run("policy", "diff", "/no/such/file").is(6);
        Command.at("http://localhost:1").run("policy", "weigh", "-").is(2);
        assertThat(Command.at("").run("policy", "--help").exit()).isZero();
    }
}
