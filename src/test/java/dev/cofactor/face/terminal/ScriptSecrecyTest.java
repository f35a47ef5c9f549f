// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.terminal.FakeServer.Asked;
import dev.cofactor.face.terminal.FakeServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the token comes from, and that it is seen nowhere on its way. */
class ScriptSecrecyTest {
    private static final String TOKEN = "cft_s33n-n0where-at-all";
    private static final String SECOND = "ctd_" + "n".repeat(43);

    private final FakeServer server = new FakeServer();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        server.close();
    }

    /** Of all processes, while a request is under way: what each was called with, and what it inherited. */
    private void look(String kind) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .filter(one -> one.getFileName().toString().matches("[0-9]+"))
                    .forEach(one -> {
                        try {
                            String text = Files.readString(one.resolve(kind), ISO_8859_1);
                            if (text.contains(TOKEN) || text.contains(SECOND)) {
                                seen.add(kind + " " + text.replace('\0', ' '));
                            }
                        } catch (IOException e) {
                            return; // it has ended, or is another's
                        }
                    });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file(String content) throws IOException {
        Path file = Files.createTempFile("token", "");
        file.toFile().deleteOnExit();
        return Files.writeString(file, content);
    }

    private String bearer() {
        return server.asked().getLast().header("Authorization");
    }

    @ParameterizedTest
    @MethodSource("dev.cofactor.face.terminal.Terminal#shells")
    void theTokenIsNoProgramsArgumentAndInNoEnvironmentItWasNotIn(String shell) throws IOException {
        server.meanwhile = () -> {
            look("cmdline");
            look("environ");
        };
        server.will(Reply.text("1\n"));
        Terminal.at(shell, server)
                .with("COFACTOR_TOKEN_FILE", file(TOKEN + "\r\n").toString())
                .with("token", "the caller's own, exported")
                .with("answer", "too")
                .run("code", "aws/root")
                .is(0);
        assertThat(bearer()).isEqualTo("Bearer " + TOKEN);
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.cofactor.face.terminal.Terminal#shells")
    void whoeverTracesItSeesNoToken(String shell) {
        server.will(Reply.text("123456\n"));
        Terminal.Ended ended = Terminal.at(shell, server)
                .with("COFACTOR_TOKEN", TOKEN)
                .run(List.of("-xv", "-a"), "code", "aws/root")
                .is(0);
        assertThat(ended.err()).doesNotContain(TOKEN).doesNotContain("123456");
        assertThat(ended.out()).isEqualTo("123456\n");
    }

    @Test
    void nobodysSettingsOfCurlAreRead() throws IOException {
        server.will(Reply.text("1\n"));
        Terminal terminal = Terminal.at(server).with("COFACTOR_TOKEN", TOKEN);
        Path traced = terminal.home.resolve("traced");
        Files.writeString(terminal.home.resolve(".curlrc"), "trace-ascii = \"" + traced + "\"\nverbose\n");
        assertThat(terminal.run("code", "aws/root").is(0).err()).isEmpty();
        assertThat(traced).doesNotExist();
    }

    @Test
    void aFileComesBeforeAVariableAndThatBeforeGitLabs() throws IOException {
        server.will(Reply.text("1\n"), Reply.text("2\n"), Reply.text("3\n"), Reply.text("4\n"));
        Terminal terminal = Terminal.at(server).with("COFACTOR_ID_TOKEN", "gitlab.its.own");
        terminal.run("code", "aws/root").is(0);
        assertThat(bearer()).isEqualTo("Bearer gitlab.its.own");
        terminal.with("COFACTOR_TOKEN", "cft_variable").run("code", "aws/root").is(0);
        assertThat(bearer()).isEqualTo("Bearer cft_variable");
        terminal.with("COFACTOR_TOKEN_FILE", file("cft_file").toString())
                .run("code", "aws/root")
                .is(0);
        assertThat(bearer()).isEqualTo("Bearer cft_file");
        terminal.with("COFACTOR_IDENTITY", "gitlab").run("code", "aws/root").is(0);
        assertThat(bearer()).isEqualTo("Bearer gitlab.its.own");
    }

    @Test
    void gitHubIsAskedForATokenThatIsMeantForThisServer() {
        server.meanwhile = () -> look("cmdline");
        server.will(Reply.json(200, "{\"count\": 9, \"value\": \"a.jwt.x\"}"), Reply.text("1\n"));
        Terminal terminal = Terminal.at(server)
                .with("ACTIONS_ID_TOKEN_REQUEST_URL", server.url() + "/token?api-version=2.0")
                .with("ACTIONS_ID_TOKEN_REQUEST_TOKEN", TOKEN);
        terminal.run("code", "aws/root").is(0);
        assertThat(server.asked().getFirst().target()).isEqualTo("/token?api-version=2.0&audience=" + server.url());
        assertThat(server.asked().getFirst().header("Authorization")).isEqualTo("bearer " + TOKEN);
        assertThat(bearer()).isEqualTo("Bearer a.jwt.x");
        assertThat(seen).isEmpty();
        server.will(Reply.json(403, "{\"message\":\"no\"}"));
        terminal.run("code", "aws/root").is(3);
    }

    @Test
    void whatIsNoTokenGoesNowhere() throws IOException {
        Terminal terminal = Terminal.at(server);
        terminal.run("code", "aws/root").is(3);
        for (String wrong : List.of("two words", "quoted\"", "back\\slash", "line\nurl = \"http://elsewhere\"", "ü")) {
            terminal.with("COFACTOR_TOKEN", wrong).run("code", "aws/root").is(3);
        }
        terminal.with("COFACTOR_TOKEN_FILE", "/nowhere").run("code", "aws/root").is(3);
        terminal.with("COFACTOR_TOKEN_FILE", file("").toString())
                .run("code", "aws/root")
                .is(3);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void itLeavesOverHttpsAloneButOnThisMachine() {
        for (String wrong : List.of(
                "http://cofactor.example.org",
                "http://localhost.example.org",
                "http://localhost@example.org",
                "https://user:word@example.org",
                "https://example.org/path",
                "https://exam\"ple.org",
                "ftp://localhost",
                "https://",
                "")) {
            Terminal.Ended ended = new Terminal("sh")
                    .with("COFACTOR_URL", wrong)
                    .with("COFACTOR_TOKEN", TOKEN)
                    .run("code", "aws/root");
            assertThat(ended.exit()).as(wrong).isEqualTo(2);
        }
        new Terminal("sh")
                .with("COFACTOR_URL", server.url())
                .with("ACTIONS_ID_TOKEN_REQUEST_URL", "http://elsewhere.example.org/token")
                .with("ACTIONS_ID_TOKEN_REQUEST_TOKEN", TOKEN)
                .run("code", "aws/root")
                .is(3);
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.cofactor.face.terminal.Terminal#shells")
    void loginKeepsWhatItIsGivenForItsOwnerAloneAndLogoutEndsIt(String shell) throws IOException {
        server.meanwhile = () -> look("cmdline");
        String session = "0192d9a0-0000-7000-8000-000000000002";
        server.will(
                Reply.json(201, "{\"device\":\"" + SECOND + "\",\"code\":\"BCDF-GHJK\",\"lasts\":300}"),
                Reply.json(202, "{\"status\":\"waiting\"}"),
                Reply.json(
                        200,
                        "{\"status\":\"admitted\",\"credential\":\"" + TOKEN + "\",\"session\":\"" + session
                                + "\",\"ends\":\"2026-12-01T21:00:00Z\"}"),
                Reply.text("123456\n"),
                new Reply(204, Map.of(), ""));
        Terminal terminal = Terminal.at(shell, server);
        Terminal.Ended ended = terminal.run("login").is(0);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains(server.url() + "/terminal")
                .contains("BCDF-GHJK")
                .contains("until 2026-12-01T21:00:00Z")
                .doesNotContain(TOKEN)
                .doesNotContain(SECOND);
        Path kept = kept(terminal).getFirst();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
                .isEqualTo("rwx------");
        assertThat(terminal.run("code", "aws/root").is(0).out()).isEqualTo("123456\n");
        assertThat(bearer()).isEqualTo("Bearer " + TOKEN);
        terminal.run("logout").is(0);
        Asked last = server.asked().getLast();
        assertThat(last.method() + " " + last.target()).isEqualTo("DELETE /api/v1/sessions/" + session);
        assertThat(kept(terminal)).isEmpty();
        terminal.run("code", "aws/root").is(3);
        assertThat(seen).isEmpty();
    }

    private static List<Path> kept(Terminal terminal) throws IOException {
        try (Stream<Path> files = Files.walk(terminal.home.resolve(".local"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatOthersCanReadIsNotShown() throws IOException {
        Terminal terminal = Terminal.at(server);
        Path kept = terminal.home
                .resolve(".local/state/cofactor")
                .resolve(server.url().replace("http://", "").replace(':', '_'));
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, TOKEN + "\n");
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(terminal.run("code", "aws/root").is(3).err()).contains("others can read");
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
        server.will(Reply.text("1\n"));
        terminal.run("code", "aws/root").is(0);
    }

    @Test
    void loginEndsWithNoAndWithTimeAndKeepsNothing() throws IOException {
        Reply begun = Reply.json(201, "{\"device\":\"" + SECOND + "\",\"code\":\"BCDF-GHJK\"}");
        server.will(begun, Reply.problem(403, "terminal-refused"));
        Terminal terminal = Terminal.at(server);
        terminal.run("login").is(4);
        server.will(begun, Reply.problem(404, "not-found"));
        terminal.run("login").is(5);
        server.will(begun, Reply.json(202, "{}"), Reply.json(202, "{}"), Reply.json(202, "{}"));
        terminal.run("login", "--wait", "3").is(5);
        server.will(begun, Reply.json(200, "{\"credential\":\"two words\"}"));
        terminal.run("login").is(1);
        server.will(Reply.json(201, "{\"device\":\"" + SECOND + "\",\"code\":\"\\u001b[31mBC\"}"));
        terminal.run("login").is(1);
        assertThat(terminal.home.resolve(".local")).doesNotExist();
    }
}
