// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Paper;
import dev.cofactor.fixtures.PaperReceipt;
import dev.cofactor.fixtures.PaperServer;
import dev.cofactor.fixtures.PaperTiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command: what it prints and where, and how it ends, also with a log that is served by somebody hostile. */
class VerifyTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Paper paper = new Paper(300);
    private final Map<String, byte[]> files = PaperTiles.of(paper);
    private final PaperServer server = new PaperServer(files);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String standardInput = "";

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(String... words) {
        Verify verify = new Verify(
                new ByteArrayInputStream(standardInput.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                new Random(1),
                SOON);
        return verify.run(words);
    }

    private int pinned(String what, String source, String... more) {
        List<String> words = new ArrayList<>(List.of("verify", what, source, "--origin", Paper.ORIGIN));
        words.addAll(List.of("--key", paper.signer.verifier().text()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private void refuses(int exit, int expected, String why) {
        assertThat(err.toString(UTF_8)).startsWith("cofactor: " + why);
        assertThat(exit).isEqualTo(expected);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void whatWasProvedIsOneLineOfJson() {
        standardInput = new Paper(2, paper.signer).text();
        assertThat(pinned("export", "-")).isZero();
        assertThat(out.toString(UTF_8))
                .matches("\\{\"erased\":\\{\"key-destroyed\":0,\"unopenable\":0},\"origin\":\"" + Paper.ORIGIN
                        + "\",\"root\":\"[A-Za-z0-9+/]{43}=\",\"size\":2}\n");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void aReceiptIsProvedWithItsBody() {
        standardInput = PaperReceipt.of(new Paper(20, paper.signer), 17).text();
        assertThat(pinned("receipt", "-")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("{\"body\":{\"about\":").contains("},\"index\":17,\"origin\":");
    }

    @Test
    void aServedLogIsReadWholeAndProved(@TempDir Path folder) throws Exception {
        Path since = folder.resolve("since");
        Paper earlier = new Paper(270, paper.signer);
        earlier.lines();
        Files.writeString(since, earlier.note());

        assertThat(pinned("log", server.address() + "/", "--since", since.toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).endsWith("\"size\":300}\n").doesNotContain("erased");
        assertThat(server.asked()).isEqualTo(files.keySet());
    }

    @Test
    void theFirstPlaceThatLiesIsNamed() {
        standardInput =
                new Paper(30, paper.signer).text().replaceFirst("(\"index\":17,.*?\"outcome\":\")done", "$1failed");
        refuses(pinned("export", "-"), 1, "entry 17: the column outcome is not what the body says\n");
    }

    @Test
    void aServedLogThatLiesIsFound() {
        files.put("tile/1/000.p/1", new byte[32]);
        refuses(pinned("log", server.address()), 1, "tile/1/000.p/1: its hash 0 is not what the entries lead to\n");
    }

    @Test
    void nobodyIsFollowedElsewhere() {
        server.answering("tile/0/000", exchange -> {
            exchange.getResponseHeaders().set("Location", server.address() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });
        refuses(pinned("log", server.address()), 1, "tile/0/000: the log answers with status 302\n");
        assertThat(server.asked()).doesNotContain("elsewhere");
    }

    @Test
    @Timeout(20)
    void whoNeverAnswersOrNeverEndsIsNotWaitedFor() {
        server.answering("checkpoint", exchange -> Thread.sleep(60_000));
        refuses(pinned("log", server.address()), 8, "the log ");
        err.reset();
        server.answering("checkpoint", PaperServer::drop);
        refuses(pinned("log", server.address()), 8, "the log does not answer in time\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "tile/entries/000", "tile/0/000", "tile/1/000.p/1"})
    @Timeout(20)
    void bytesWithoutEndAreNotTaken(String path) {
        server.answering(path, PaperServer::endlessly);
        refuses(pinned("log", server.address()), 1, path + ": the log answers with more bytes than that can have\n");
    }

    @Test
    void whoIsNotThereIsUnreachable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        refuses(pinned("log", "http://127.0.0.1:" + port), 8, "the log cannot be reached\n");
        err.reset();
        server.answering("checkpoint", exchange -> exchange.sendResponseHeaders(503, -1));
        refuses(pinned("log", server.address()), 8, "the log is not served now");
    }

    @Test
    void aMissingFileIsNotFound(@TempDir Path folder) {
        refuses(pinned("export", folder.resolve("none").toString()), 6, "there is no such file\n");
        err.reset();
        refuses(pinned("export", "-", "--since", folder.resolve("none").toString()), 6, "there is no such file\n");
    }

    @Test
    void nothingOfWhatItReadsIsRepeated() {
        standardInput = "{\"epoch\":1,\"kind\":\"\u001b[31mhunter2\",\"origin\":\"o\",\"size\":0,\"v\":1}\n";
        assertThat(pinned("export", "-")).isEqualTo(1);
        assertThat(pinned("receipt", "-")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).doesNotContain("hunter2").doesNotContain("\u001b");
    }

    @Test
    void wordsThatAreWrongAreAnsweredWithTheUsage() {
        String key = paper.signer.verifier().text();
        for (String words : List.of(
                "verify",
                "verify export",
                "verify export -",
                "verify hunter2 - --origin o --key " + key,
                "verify export - --origin o",
                "verify export - --key " + key,
                "verify export - --origin o --key hunter2",
                "verify export - --origin o --origin p --key " + key,
                "verify export - --origin o --key " + key + " --hunter2 a",
                "verify export - --origin o --key " + key + " --since",
                "verify receipt - --origin o --since a --key " + key,
                "verify export --origin o --key " + key,
                "verify log ftp://hunter2 --origin o --key " + key,
                "verify log http://a:hunter2@b/ --origin o --key " + key,
                "verify log http://b/?hunter2 --origin o --key " + key)) {
            assertThat(run(words.split(" "))).as(words).isEqualTo(2);
            assertThat(err.toString(UTF_8)).contains("usage: cofactor verify").doesNotContain("hunter2");
        }
        assertThat(out.toString(UTF_8)).isEmpty();
    }
}
