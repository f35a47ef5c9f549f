// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.terminal.FakeServer.Asked;
import dev.cofactor.face.terminal.FakeServer.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the script asks for, what it prints, and what it ends with. */
class ScriptTest {
    private static final String TOKEN = "cft_t0ken-of-a-job";
    private static final String REQUEST = "req_01jbct0000e008000000000000";

    private final FakeServer server = new FakeServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Terminal terminal() {
        return Terminal.at(server).with("COFACTOR_TOKEN", TOKEN);
    }

    @ParameterizedTest
    @MethodSource("dev.cofactor.face.terminal.Terminal#shells")
    void theBareCodeIsAllThereIsOnStandardOutput(String shell) {
        server.will(Reply.text("123456\n"));
        Terminal.Ended ended = Terminal.at(shell, server)
                .with("COFACTOR_TOKEN", TOKEN)
                .run("code", "aws/root", "--min-validity", "10", "--reason=a \"quoted\" \\ ü % & word");
        assertThat(ended).isEqualTo(new Terminal.Ended(0, "123456\n", ""));
        Asked asked = server.asked().getFirst();
        assertThat(asked.method() + " " + asked.target()).isEqualTo("POST /api/v1/code/aws/root");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(asked.header("Accept")).isEqualTo("text/plain");
        assertThat(asked.body()).isEqualTo("reason=a+%22quoted%22+%5C+%C3%BC+%25+%26+word&minValidity=10");
    }

    @ParameterizedTest
    @CsvSource({
        "200, '', 0",
        "400, code-request-malformed, 2",
        "401, unauthenticated, 3",
        "403, denied, 4",
        "403, reason-required, 4",
        "403, step-up-required, 4",
        "403, approval-rejected, 4",
        "403, approval-withdrawn, 4",
        "403, approval-required, 5",
        "403, approval-pending, 5",
        "403, approval-expired, 5",
        "404, not-found, 6",
        "409, no-code, 1",
        "429, busy, 7",
        "429, too-many, 7",
        "500, internal, 1",
        "503, overloaded, 8",
        "503, log-unavailable, 8",
        "302, '', 1",
        "204, '', 1"
    })
    void eachOutcomeHasItsExitCode(int status, String code, int exit) {
        server.will(status == 200 ? Reply.text("1\n") : Reply.problem(status, code));
        Terminal.Ended ended = terminal().run("code", "aws/root").is(exit);
        assertThat(ended.out()).isEqualTo(exit == 0 ? "1\n" : "");
        assertThat(ended.err().isEmpty()).isEqualTo(exit == 0);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void whoeverIsNotReachedIsUnreachable() {
        server.close();
        Terminal.Ended ended = terminal().run("code", "aws/root").is(8);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("not reached");
    }

    @Test
    void withAsJsonThereIsOneDocument() {
        server.will(Reply.json(200, "{\"code\":\"123456\",\"secondsLeft\":17}"));
        Terminal.Ended ended =
                terminal().run("code", "aws/root", "--output", "json", "--next").is(0);
        assertThat(ended.out()).isEqualTo("{\"code\":\"123456\",\"secondsLeft\":17}\n");
        assertThat(server.asked().getFirst().body()).isEqualTo("wait=next");
    }

    @Test
    void itWaitsUntilSomebodyHasSaidYes() {
        server.will(
                Reply.problem(403, "approval-required", Map.of(), ",\"request\":\"" + REQUEST + "\""),
                Reply.problem(429, "busy", Map.of("Retry-After", "1"), ""),
                Reply.problem(503, "overloaded", Map.of("Retry-After", "1"), ""),
                Reply.text("123456\n"));
        Terminal.Ended ended =
                terminal().run("code", "aws/root", "--wait", "10m").is(0);
        assertThat(ended.out()).isEqualTo("123456\n");
        List<String> bodies = server.asked().stream().map(Asked::body).toList();
        assertThat(bodies).hasSize(4);
        assertThat(bodies.getFirst()).isEqualTo("wait=50");
        assertThat(bodies.subList(1, 4)).containsOnly("request=" + REQUEST + "&wait=50");
    }

    @Test
    void itWaitsNoLongerThanItWasTold() {
        Reply pending = Reply.problem(403, "approval-pending", Map.of(), ",\"request\":\"" + REQUEST + "\"");
        server.will(pending, pending, pending, pending, pending, pending);
        Terminal.Ended ended = terminal().run("code", "aws/root", "--wait", "3").is(5);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(server.url() + "/approvals/" + REQUEST);
        server.willNothing();
        server.will(Reply.problem(429, "busy", Map.of("Retry-After", "20"), ""));
        assertThat(terminal().run("code", "aws/root").is(7).err()).contains("try again in 20 s");
    }

    @Test
    void aBackupCodeWhoseAnswerIsLostIsAskedForAgainAsTheSameRequest() {
        server.will(new Reply(0, Map.of(), ""), Reply.text("8hk3 22pq%\n"));
        Terminal.Ended ended = terminal()
                .with("GITHUB_ACTIONS", "true")
                .run("backup-code", "aws/root", "--field", "Codes")
                .is(0);
        assertThat(ended).isEqualTo(new Terminal.Ended(0, "8hk3 22pq%\n", "::add-mask::8hk3 22pq%25\n"));
        List<String> bodies = server.asked().stream().map(Asked::body).toList();
        assertThat(bodies).hasSize(2);
        assertThat(bodies.getFirst())
                .matches("idempotencyKey=[0-9a-f]{32}&field=Codes")
                .isEqualTo(bodies.getLast());
        server.will(new Reply(0, Map.of(), ""), Reply.text("123456\n"));
        terminal().run("code", "aws/root").is(8); // without a key it would be another one
    }

    @Test
    void underGitHubTheMaskGoesWhereWordsGo() {
        server.will(Reply.text("123456\n"), Reply.json(200, "{\"code\":\"654321\"}"));
        Terminal github = terminal().with("GITHUB_ACTIONS", "true");
        assertThat(github.run("code", "aws/root")).isEqualTo(new Terminal.Ended(0, "123456\n", "::add-mask::123456\n"));
        assertThat(github.run("code", "aws/root", "--output=json").err()).isEqualTo("::add-mask::654321\n");
    }

    @Test
    void aListIsPathsToTheLastPage() {
        server.will(
                Reply.json(
                        200,
                        "{\"secrets\":[{\"id\":\"sec_1\",\"path\":\"aws/root\",\"name\":\"x\\\",\\\"path\\\":\\\"no/one\\\"\","
                                + "\"tags\":[]},{\"path\":\"aws/b\"}],\"next\":\"sec_b\"}"),
                Reply.json(200, "{\"secrets\":[{\"path\":\"c\"}],\"next\":null}"));
        assertThat(terminal().run("list", "ops", "mail").is(0).out()).isEqualTo("aws/root\naws/b\nc\n");
        assertThat(server.asked())
                .extracting(Asked::target)
                .containsExactly(
                        "/api/v1/secrets?limit=200&q=ops+mail", "/api/v1/secrets?limit=200&q=ops+mail&after=sec_b");
    }

    @ParameterizedTest
    @CsvSource({"approved, 0", "rejected, 4", "withdrawn, 4", "expired, 5"})
    void aRequestWaitsForTheDecision(String decided, int exit) {
        server.will(
                Reply.json(201, "{\"id\":\"" + REQUEST + "\",\"status\":\"pending\"}"),
                Reply.json(200, "{\"id\":\"" + REQUEST + "\",\"status\":\"" + decided + "\"}"));
        Terminal.Ended ended = terminal()
                .run("request", "aws/root", "--wait", "30", "--reason", "a \"late\" \\ deployment")
                .is(exit);
        assertThat(ended.out()).isEqualTo(REQUEST + "\n");
        assertThat(server.asked().getFirst().body())
                .isEqualTo("{\"secret\":\"aws/root\",\"verb\":\"code.fetch\","
                        + "\"reason\":\"a \\\"late\\\" \\\\ deployment\"}");
    }

    @Test
    void aRequestThatNobodyHasToApproveIsNoFailure() {
        server.will(
                Reply.problem(409, "approval-not-needed"),
                Reply.json(201, "{\"id\":\"" + REQUEST + "\",\"status\":\"pending\"}"));
        assertThat(terminal().run("request", "aws/root").is(0).out()).isEmpty();
        assertThat(terminal().run("request", "aws/root").is(5).out()).isEqualTo(REQUEST + "\n");
    }

    @Test
    void helpAndVersionNeedNothing() {
        Terminal bare = new Terminal("sh");
        assertThat(bare.run("help").is(0).out()).startsWith("usage: cofactor.sh");
        assertThat(bare.run("code", "aws/root", "--help").is(0).out()).startsWith("usage: cofactor.sh");
        assertThat(bare.run("version").is(0).out()).matches("cofactor\\.sh [0-9]+\n");
        assertThat(bare.run("fetch").is(2).out()).isEmpty();
        assertThat(bare.run("code", "aws/root").is(2).out()).isEmpty();
    }
}
