// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.terminal.FakeServer.Reply;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever it is called with and whatever is answered, nothing of it is run, and nothing but data is printed. */
class HostileAnswersTest {
    private static final String ESCAPE = "\u001b[2J";

    private final FakeServer server = new FakeServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Terminal terminal(String shell) {
        return Terminal.at(shell, server).with("COFACTOR_TOKEN", "cft_one").with("GITHUB_ACTIONS", "true");
    }

    static Stream<Reply> noCodes() {
        Map<String, String> text = Map.of("Content-Type", "text/plain");
        return Stream.of(
                new Reply(200, Map.of("Content-Type", "text/html"), "<html>Sign in to the hotel</html>"),
                new Reply(200, Map.of(), "123456\n"),
                new Reply(200, text, ""),
                new Reply(200, text, "\n"),
                new Reply(200, text, "123456\n::set-output name=x::y\n"),
                new Reply(200, text, ESCAPE + "123456"),
                new Reply(200, text, "12\r\n\r\n34\t"),
                new Reply(200, text, "1".repeat(500)),
                new Reply(200, text, "x".repeat(10_000_000)),
                new Reply(302, Map.of("Location", "http://elsewhere.example.org/"), ""));
    }

    @ParameterizedTest
    @MethodSource("noCodes")
    void whatIsNoCodeIsNotPrinted(Reply reply) {
        for (String shell : Terminal.shells().toList()) {
            server.will(reply);
            Terminal.Ended ended = terminal(shell).run("code", "aws/root").is(1);
            assertThat(ended.out()).isEmpty();
            isHarmless(ended.err());
        }
        assertThat(server.asked()).hasSize((int) Terminal.shells().count());
    }

    /** A log reads commands from standard error, and a screen obeys escapes. */
    private static void isHarmless(String words) {
        assertThat(words.lines())
                .allMatch(line -> line.startsWith("cofactor.sh: ") || line.matches("::add-mask::[0-9]+"));
        assertThat(words).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f]").doesNotContain("##[");
    }

    @Test
    void wordsOfARefusalAreLettersWhateverTheySay() {
        String hostile = "{\"code\":\"denied\",\"detail\":\"%s\\n"
                + "::add-path::/tmp $(touch run) `touch run` ##[error]\",\"request\":\"req_$(x)\"}";
        server.will(new Reply(403, Map.of("Retry-After", "$(touch run)"), hostile.formatted(ESCAPE)));
        Terminal terminal = terminal("sh");
        Terminal.Ended ended = terminal.run("code", "aws/root").is(4);
        isHarmless(ended.err());
        assertThat(ended.err()).contains("(denied)");
        assertThat(Files.exists(terminal.home.resolve("run"))).isFalse();
        server.will(new Reply(429, Map.of("Retry-After", "99999999999999999999"), "{\"code\":\"BU$Y\"}"));
        assertThat(terminal.run("code", "aws/root").is(7).err()).contains("try again in 1 s");
    }

    @Test
    void wordsOfAListAreNotRun() {
        server.will(Reply.json(
                200,
                "{\"secrets\":[{\"path\":\"$(touch"
                        + " run)\"},{\"path\":\"../x\\\"\"},{\"path\":\"a/b\"}],\"next\":\"* $(touch run)\"}"));
        Terminal terminal = terminal("sh");
        assertThat(terminal.run("list").is(0).out()).isEqualTo("a/b\n");
        assertThat(Files.exists(terminal.home.resolve("run"))).isFalse();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aPathIsAPathOrNothingIsSent() {
        for (String wrong : List.of(
                "",
                "/aws",
                "aws/",
                "aws//root",
                "../api",
                "aws/../people",
                "aws/.x",
                "AWS/root",
                "aws root",
                "aws/root?x=y",
                "aws/root#x",
                "aws/%2e%2e",
                "aws/$(touch run)",
                "aws/\"\nurl = \"http://elsewhere\"",
                "*",
                "a{b,c}",
                "a".repeat(1_001))) {
            for (String command : List.of("code", "backup-code", "request")) {
                Terminal.Ended ended = terminal("sh").run(command, wrong);
                assertThat(ended.exit()).as(wrong).isEqualTo(2);
            }
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anOptionIsOneLineAndNumbersAreNumbers() {
        for (List<String> wrong : List.of(
                List.of("--reason", "a\nurl = \"http://elsewhere\""),
                List.of("--reason", "a\u0001b"),
                List.of("--wait", "-1"),
                List.of("--wait", "1e9"),
                List.of("--wait", "0x10"),
                List.of("--wait", "99999999"),
                List.of("--min-validity", "$(touch run)"),
                List.of("--output", "xml"),
                List.of("--token", "cft_one"),
                List.of("--reason"))) {
            String[] words =
                    Stream.concat(Stream.of("code", "aws/root"), wrong.stream()).toArray(String[]::new);
            assertThat(terminal("sh").run(words).exit()).as("%s", wrong).isEqualTo(2);
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void noFileIsSentForAReasonThatBeginsLikeOne() {
        server.will(Reply.text("1\n"));
        terminal("sh").run("code", "aws/root", "--reason", "@/etc/passwd").is(0);
        assertThat(server.asked().getFirst().body()).isEqualTo("reason=%40%2Fetc%2Fpasswd");
    }
}
