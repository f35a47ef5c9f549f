// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.formats.Samples;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exports of password managers and encrypted ones, and what is no export. */
@QuarkusTest
class ImportedExportsHttpTest {
    private final Enrolling enrolling;
    private final Shelf shelf;
    private final Rules rules;
    private final WholeLog log;

    ImportedExportsHttpTest(Enrolling enrolling, Shelf shelf, Rules rules, WholeLog log) {
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.rules = rules;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Importing importing() {
        return new Importing(enrolling.administrator());
    }

    @Test
    void passwordsGoIntoSealedFieldsAndNotesNowhereButThere() {
        String folder = shelf.folder().path();
        String export = new String(Samples.file("bitwarden.json"), UTF_8)
                .replace("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", enrolling.key())
                .replace("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", enrolling.key())
                .replace("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA", enrolling.key());
        Map<String, String> words = Map.of("folder", folder, "template", "WebApp with OTP");
        byte[] file = export.getBytes(UTF_8);
        Response looked = importing().look(file, words);
        looked.then()
                .statusCode(200)
                .body("entries.status", equalTo(List.of("new", "new", "new", "unsupported", "unsupported", "broken")))
                .body("entries[0].takes", containsInAnyOrder("OTP", "Password", "URL", "User name"))
                .body(
                        "entries[0].leavesOut",
                        equalTo(List.of("notes", "earlier-passwords", "more-addresses", "more-fields", "passkeys")))
                .body("entries[3].reason.code", equalTo("import-unfit"));
        Response taken = importing().take(file, words, looked.path("plan"));
        String secret = "/api/v1/secrets/" + taken.path("secrets[0].id");
        enrolling
                .asAdministrator()
                .get(secret)
                .then()
                .body("state", equalTo("active"))
                .body("fields.find { it.name == 'URL' }.value", equalTo("https://example.com/login"))
                .body("fields.find { it.name == 'User name' }.value", equalTo("team@example.com"))
                .body("fields.find { it.name == 'Password' }.set", equalTo(true))
                .body("fields.find { it.name == 'Password' }.value", equalTo(null));
        rules.allow(
                enrolling.administratorId(),
                PublicId.SECRET.read(taken.path("secrets[0].id")).orElseThrow(),
                Verb.FIELD_REVEAL);
        String revealed = enrolling
                .asAdministrator()
                .post(secret + "/fields/Password/reveal")
                .asString();
        assertThat(revealed).contains("the team's password");
        assertThat(looked.asString() + taken.asString()).doesNotContain("the team's password", "Backup codes");
    }

    @Test
    void encryptedContainersOpenWithTheirPasswordAndWithNoOther() {
        Map<String, String> words = Map.of("folder", shelf.folder().path(), "template", "WebApp with OTP");
        for (String name : List.of("aegis-encrypted.json", "bitwarden-pbkdf2.json", "bitwarden-argon2id.json")) {
            byte[] file = Samples.file(name);
            importing().look(file, words).then().statusCode(428).body("code", equalTo("import-password-needed"));
            importing()
                    .look(file, with(words, "wrong"))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("import-password-wrong"));
            importing()
                    .look(file, with(words, Samples.PASSWORD))
                    .then()
                    .statusCode(200)
                    .body("entries[0].title", equalTo("Example"));
        }
    }

    private static Map<String, String> with(Map<String, String> words, String password) {
        return Map.of("folder", words.get("folder"), "template", words.get("template"), "password", password);
    }

    @Test
    void whatIsTooLargeOrSaysNothingIsRefusedAndNotRepeated() {
        String folder = shelf.folder().path();
        byte[] large = "A sentence of nobody. ".repeat(450_000).getBytes(UTF_8);
        Response refused = importing().look(large, Importing.into(folder));
        refused.then().statusCode(413).body("code", equalTo("import-too-large"));
        assertThat(refused.asString()).doesNotContain("nobody");
        importing()
                .look(new byte[0], Importing.into(folder))
                .then()
                .statusCode(400)
                .body("code", equalTo("import-malformed"));
        byte[] file = Importing.list(List.of(enrolling.key()));
        importing()
                .look(file, Map.of("folder", folder))
                .then()
                .statusCode(400)
                .body("code", equalTo("import-template"));
        Stream.of(Map.of("format", "another"), Map.of("entries", "1;2"))
                .forEach(wrong -> importing()
                        .look(file, wrong)
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("import-request-malformed")));
        enrolling.asAdministrator().body("{}").post(Importing.LOOK).then().statusCode(415);
    }
}
