// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cofactor.face.terminal.FakeServer.Asked;
import dev.cofactor.face.terminal.FakeServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every example under "For scripts" in the README is run as it is printed; only the server's address is another. */
class ExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\n(.*?)```\n");
    private static final Pattern PIPE = Pattern.compile("'ansible\\.builtin\\.pipe', '([^']+)'");
    private static final String PRINTED = "https://cofactor.example.org";

    private final FakeServer server = new FakeServer();
    private final Terminal terminal = Terminal.at(server);
    private final List<String> blocks = blocks();

    @BeforeEach
    void aServerThatServesAndProgramsThatTakeCodes() throws IOException {
        server.answers(this::answer);
        program("npm", "[ \"$1\" = publish ] && echo \"published with $npm_config_otp\" >> published");
        program("aws", "printf '%s\\n' \"$@\" > arguments");
        terminal.with("PATH", terminal.home.resolve("bin") + ":" + System.getenv("PATH"));
        Files.copy(Terminal.SCRIPT, terminal.home.resolve("cofactor.sh"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(terminal.home.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Reply answer(Asked asked) {
        try {
            if (asked.target().equals("/cofactor.sh")) {
                return Reply.text(Files.readString(Terminal.SCRIPT));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        if (asked.target().startsWith("/oidc?")) {
            return Reply.json(200, "{\"value\":\"github.its.own\"}");
        }
        return switch (asked.method() + " " + asked.target()) {
            case "POST /api/v1/terminals" ->
                Reply.json(201, "{\"device\":\"ctd_one\",\"code\":\"BCDF-GHJK\",\"lasts\":300}");
            case "POST /api/v1/terminals/credential" -> Reply.json(200, "{\"credential\":\"cfp_one\"}");
            case "GET /api/v1/secrets?limit=200" ->
                Reply.json(200, "{\"secrets\":[{\"path\":\"aws/root\",\"name\":\"x\"}],\"next\":null}");
            case "POST /api/v1/code/aws/root" -> Reply.text("123456\n");
            default -> Reply.problem(404, "not-found");
        };
    }

    private static List<String> blocks() {
        try {
            String section = Files.readString(Path.of("README.md"))
                    .split("\n## For scripts\n", 2)[1]
                    .split("\n## ", 2)[0];
            return BLOCK.matcher(section).results().map(found -> found.group(2)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String block(String with) {
        assertThat(blocks).hasSize(7);
        List<String> found =
                blocks.stream().filter(block -> block.contains(with)).toList();
        assertThat(found).as(with).hasSize(1);
        return found.getFirst();
    }

    private JsonNode yaml(String with) throws IOException {
        return new YAMLMapper().readTree(block(with));
    }

    private String here(JsonNode text) {
        return text.asText().replace(PRINTED, server.url());
    }

    private String bearer() {
        Asked last = server.asked().getLast();
        assertThat(last.target()).isEqualTo("/api/v1/code/aws/root");
        return last.header("Authorization");
    }

    private void isPublished() throws IOException {
        assertThat(Files.readString(terminal.home.resolve("published"))).isEqualTo("published with 123456\n");
    }

    @Test
    void theFirstOnesForAPerson() {
        Terminal.Ended ended =
                terminal.text(block("cofactor.sh login") + "echo \"$code\"\n").is(0);
        assertThat(ended.out()).isEqualTo("aws/root\n123456\n");
        assertThat(bearer()).isEqualTo("Bearer cfp_one");
    }

    @Test
    void curlAloneIsEnough() {
        terminal.with("COFACTOR_TOKEN", "cft_one");
        assertThat(terminal.text(block("-H @-")).is(0).out()).isEqualTo("123456\n");
        assertThat(bearer()).isEqualTo("Bearer cft_one");
    }

    @Test
    void aJobAtGitHub() throws IOException {
        JsonNode job = yaml("permissions:");
        assertThat(job.at("/permissions/id-token").asText()).isEqualTo("write");
        terminal.with("COFACTOR_URL", here(job.at("/env/COFACTOR_URL")))
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_REF_NAME", "v1.2")
                .with("ACTIONS_ID_TOKEN_REQUEST_URL", server.url() + "/oidc?api-version=2.0")
                .with("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "runner");
        Terminal.Ended ended =
                terminal.text("set -e\n" + job.at("/steps/0/run").asText()).is(0);
        isPublished();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEqualTo("::add-mask::123456\n");
        assertThat(bearer()).isEqualTo("Bearer github.its.own");
        assertThat(server.asked().getLast().body()).contains("reason=release+v1.2");
    }

    @Test
    void aJobAtGitLab() throws IOException {
        JsonNode job = yaml("id_tokens:").get("publish");
        assertThat(job.at("/id_tokens/COFACTOR_ID_TOKEN/aud").asText()).isEqualTo(PRINTED);
        terminal.with("COFACTOR_URL", here(job.at("/variables/COFACTOR_URL")))
                .with("COFACTOR_ID_TOKEN", "gitlab.its.own");
        StringBuilder script = new StringBuilder("set -e\n");
        job.get("script").forEach(line -> script.append(line.asText()).append('\n'));
        terminal.text(script.toString()).is(0);
        isPublished();
        assertThat(bearer()).isEqualTo("Bearer gitlab.its.own");
    }

    @Test
    void aPodInKubernetes() throws IOException {
        JsonNode pod = yaml("serviceAccountToken:").get("spec");
        JsonNode container = pod.at("/containers/0");
        JsonNode token = pod.at("/volumes/0/projected/sources/0/serviceAccountToken");
        assertThat(token.get("audience").asText()).isEqualTo(PRINTED);
        assertThat(pod.at("/volumes/0/name")).isEqualTo(container.at("/volumeMounts/0/name"));
        String mount = container.at("/volumeMounts/0/mountPath").asText();
        Path mounted = Files.createDirectories(terminal.home.resolve("mounted"));
        Files.writeString(mounted.resolve(token.get("path").asText()), "cluster.its.own");
        container
                .get("env")
                .forEach(one -> terminal.with(
                        one.get("name").asText(), here(one.get("value")).replace(mount, mounted.toString())));
        assertThat(container.at("/command/0").asText()
                        + container.at("/command/1").asText())
                .isEqualTo("sh-c");
        terminal.text(container.at("/command/2").asText()).is(0);
        isPublished();
        assertThat(bearer()).isEqualTo("Bearer cluster.its.own");
    }

    @Test
    void aPlayOfAnsible() throws IOException {
        Matcher pipe = PIPE.matcher(yaml("ansible.builtin.pipe")
                .at("/0/ansible.builtin.set_fact/code")
                .asText());
        assertThat(pipe.find()).isTrue();
        terminal.with("COFACTOR_TOKEN", "cft_one");
        assertThat(terminal.text(pipe.group(1)).is(0).out()).isEqualTo("123456\n");
    }

    @Test
    void theCommandLineOfAws() throws IOException {
        terminal.with("COFACTOR_TOKEN", "cft_one").text(block("aws sts")).is(0);
        assertThat(Files.readAllLines(terminal.home.resolve("arguments")))
                .containsExactly(
                        "sts",
                        "get-session-token",
                        "--serial-number",
                        "arn:aws:iam::123456789012:mfa/root",
                        "--token-code",
                        "123456");
    }

    @Test
    void theChecksumThatIsPrintedIsTheScripts() throws Exception {
        String sum = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Terminal.SCRIPT)));
        for (String page : List.of("README.md", "src/docs/scripts.md")) {
            assertThat(Files.readString(Path.of(page)))
                    .as("the SHA-256 of cofactor.sh in " + page)
                    .contains(sum + "  cofactor.sh");
        }
    }
}
