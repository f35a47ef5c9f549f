// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.tools.Toolers.Tooler;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Needs;
import dev.cofactor.fixtures.QrRead;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ledger.catalogue.Folder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands in {@code tools.md} are run as they are printed, by a shell and curl. */
@QuarkusTest
class ToolsDocumentHttpTest {
    private static final Path CURL = Path.of("/usr/bin/curl");
    private static final String KEY = "FF4HND2CCGPWNZHKIA66I6Y44DEKPXXI";

    private final Toolers toolers;
    private final Rules rules;
    private final Shelf shelf;

    ToolsDocumentHttpTest(Toolers toolers, Rules rules, Shelf shelf) {
        this.toolers = toolers;
        this.rules = rules;
        this.shelf = shelf;
    }

    @Test
    void theTwoCallsOfGentlentsPageAndWhatGoesBeyondThemRunAsPrinted() throws Exception {
        Needs.program(CURL, "install curl");
        Path here = TestFolder.fresh("tools-document");
        Tooler tooler = toolers.tooler();
        JsonPath made = json(run(here, "generate", tooler, Map.of()));
        assertThat(made.getMap(""))
                .containsOnlyKeys(
                        "algorithm", "digits", "issuer", "label", "otp_url", "period", "qrcode_url", "secret", "type");
        JsonPath told = json(run(here, "verify", tooler, Map.of()));
        assertThat(told.getMap(""))
                .containsOnlyKeys("algorithm", "digits", "otp_codes", "period", "secret", "type")
                .containsEntry("secret", KEY);
        String code = told.getString("otp_codes.current");
        JsonPath checked = json(run(here, "check", tooler, Map.of("secret", KEY, "code", code)));
        assertThat(checked.getBoolean("valid")).isTrue();
        run(here, "barcode", tooler, Map.of());
        assertThat(QrRead.text(Files.readAllBytes(here.resolve("door.png")))).isEqualTo("https://example.org/door");
    }

    @Test
    void aSeedThatNobodyHasSeenComesToServeAsPrinted() throws Exception {
        Needs.program(CURL, "install curl");
        Path here = TestFolder.fresh("tools-document-kept");
        Folder folder = shelf.folder();
        Tooler tooler = toolers.tooler();
        rules.allow(tooler.person().id(), new Resource.Folder(folder.id()), Verb.SECRET_CREATE, Verb.SECRET_EDIT);
        JsonPath kept = json(run(here, "keep", tooler, Map.of("folder", folder.path())));
        assertThat(kept.getString("seed.state")).isEqualTo("under-proof");
        String proved = run(here, "prove", tooler, Map.of("secret", kept.getString("secret")));
        assertThat(proved).endsWith("{\"proved\":true,\"active\":true}");
    }

    private static String run(Path here, String name, Tooler tooler, Map<String, String> more) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-euc", printed(name)).directory(here.toFile());
        Map<String, String> environment = new HashMap<>(more);
        environment.put("cofactor", "http://localhost:" + RestAssured.port);
        environment.put("token", tooler.credential());
        shell.environment().putAll(environment);
        Process process = shell.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static JsonPath json(String said) {
        return JsonPath.from(said);
    }

    private static String printed(String name) throws IOException {
        Matcher block = Pattern.compile("<!-- " + name + " -->\n```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/tools.md")));
        assertThat(block.find()).as(name).isTrue();
        return block.group(1);
    }
}
