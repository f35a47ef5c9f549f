// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is not there is refused like what is not seen, on the log too; what cannot be an id is no refusal. */
@QuarkusTest
class UnknownIdsHttpTest {
    private static final String API = "/api/v1/";
    private static final String ANY_EVENT = "0192d9a0-0000-7000-8000-000000000000";

    private final Safe safe;
    private final Shelf shelf;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    UnknownIdsHttpTest(Safe safe, Shelf shelf, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.safe = safe;
        this.shelf = shelf;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aSecretOrFolderThatIsNotThereIsRefusedToTheLetterLikeOneThatIsNotSeen() {
        Folder folder = shelf.folder();
        Response made = safe.login(folder, "hidden", "p");
        String hidden = made.path("id");
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        int asked = 0;
        for (List<String> pair : List.of(
                List.of(hidden, PublicId.SECRET.of(UUID.randomUUID())),
                List.of(folder.path() + "/hidden", folder.path() + "/" + fresh()),
                List.of(folder.path() + "/hidden", fresh()))) {
            assertThat(told(get(shown, "secrets/" + pair.get(1))))
                    .isEqualTo(told(get(shown, "secrets/" + pair.get(0))));
            asked += 2;
        }
        String none = PublicId.SECRET.of(UUID.randomUUID());
        for (String rest : List.of("/fields/Password/values", "/seed", "/seed/custody", "/backup-codes")) {
            assertThat(told(get(shown, "secrets/" + none + rest)))
                    .isEqualTo(told(get(shown, "secrets/" + hidden + rest)));
            asked += 2;
        }
        for (String rest : List.of("/fields/Password/reveal", "/fields/A/values/" + ANY_EVENT + "/reveal")) {
            assertThat(told(as(shown).post(API + "secrets/" + none + rest)))
                    .isEqualTo(told(as(shown).post(API + "secrets/" + hidden + rest)));
            asked += 2;
        }
        String nowhere = PublicId.FOLDER.of(UUID.randomUUID());
        assertThat(told(get(shown, "folders/" + nowhere)))
                .isEqualTo(told(get(shown, "folders/" + PublicId.FOLDER.of(folder.id()))));
        asked += 2;
        assertThat(entries.of(person.id(), "request-refused"))
                .hasSize(asked)
                .allMatch(entry -> entry.body().at("/details/code").asText().equals("not-found"));
    }

    @Test
    void aFieldATemplateOrAVersionThatIsNotThereIsRefusedTooOfWhoMayReadAllThereAre() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String shown = newcomers.credential(person);
        String at = safe.login(shelf.folder(), fresh(), "p").path("id");
        String field = PublicId.FIELD.of(UUID.randomUUID());
        List<Response> answers = List.of(
                get(shown, "secrets/" + at + "/fields/None/values"),
                get(shown, "secrets/" + at + "/fields/" + field + "/values"),
                put(shown, at, field),
                get(shown, "templates/" + PublicId.TEMPLATE.of(UUID.randomUUID())),
                get(shown, "templates/" + PublicId.TEMPLATE.of(UUID.randomUUID()) + "/versions/1"),
                get(shown, "templates/" + PublicId.TEMPLATE.of(Shelf.OTP_ONLY) + "/versions/99"),
                as(shown)
                        .header("If-Match", "\"1\"")
                        .delete(API + "templates/" + PublicId.TEMPLATE.of(UUID.randomUUID())),
                as(shown).header("If-Match", "\"1\"").delete(API + "folders/" + PublicId.FOLDER.of(UUID.randomUUID())),
                as(shown).header("If-Match", "\"1\"").delete(API + "secrets/" + PublicId.SECRET.of(UUID.randomUUID())));
        assertThat(answers).extracting(UnknownIdsHttpTest::told).containsOnly("404 not-found");
        assertThat(entries.of(person.id(), "request-refused"))
                .hasSize(answers.size())
                .allMatch(entry -> entry.body().at("/details/code").asText().equals("not-found"));
    }

    private static Response put(String shown, String secret, String field) {
        return given().header("Authorization", "Bearer " + shown)
                .header("If-Match", "\"1\"")
                .contentType(ContentType.BINARY)
                .body(new byte[] {1})
                .put(API + "secrets/" + secret + "/fields/" + field);
    }

    @Test
    void whatCannotBeAnIdOrAPathIsNotFoundAndIsNoRefusal() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String shown = newcomers.credential(person);
        String at = safe.login(shelf.folder(), fresh(), "p").path("id");
        for (String path : List.of(
                "secrets/A",
                "secrets/a//b",
                "secrets/sec_" + "z".repeat(26),
                "secrets/sec_" + "l".repeat(26) + "/fields/A/values",
                "secrets/tpl_01jbct0000e008000000000000",
                "secrets/" + "a/".repeat(11) + "a",
                "folders/zq7marker",
                "folders/fld_" + "z".repeat(26),
                "templates/tpl_zq7marker",
                "templates/zq7marker/versions/1",
                "templates/" + PublicId.TEMPLATE.of(Shelf.OTP_ONLY) + "/versions/0",
                "templates/" + PublicId.TEMPLATE.of(Shelf.OTP_ONLY) + "/versions/one")) {
            assertThat(told(get(shown, path))).as(path).isEqualTo("404 not-found");
        }
        assertThat(told(as(shown).post(API + "secrets/" + at + "/fields/Password/values/zq7marker/reveal")))
                .isEqualTo("404 not-found");
        assertThat(entries.of(person.id(), "request-refused")).isEmpty();
    }

    private static Response get(String shown, String path) {
        return as(shown).get(API + path);
    }

    /** All that differs between answers but the id of the request. */
    private static String told(Response answer) {
        return answer.statusCode() + " " + answer.jsonPath().getString("code");
    }
}
