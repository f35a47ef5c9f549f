// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever may not change something is told so whatever he sends, and that he asked is on the log. */
@QuarkusTest
class RefusedUnreadHttpTest {
    private static final String MARK = "zq7marker";
    private static final String API = "/api/v1/";

    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    private Folder folder;
    private String secret = "";
    private String deleted = "";
    private String file = "";

    @SuppressWarnings("NullAway.Init")
    RefusedUnreadHttpTest(Safe safe, Shelf shelf, Rules rules, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    /** One way to change something, with what may be sent there: the first is as it should be. */
    private record Way(String method, String path, List<String> bodies) {}

    @BeforeEach
    void aFolderWithSecrets() {
        folder = shelf.folder();
        secret = safe.login(folder, fresh(), "p").path("id");
        Response gone = safe.login(folder, fresh(), "p");
        safe.asAdministrator().header("If-Match", gone.header("ETag")).delete(gone.header("Location"));
        deleted = gone.path("id");
        file = PublicId.SECRET.of(
                shelf.secret(folder, fresh(), java.util.UUID.fromString("00000000-0000-8000-8004-000000000007")));
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoMayDoNothingHereHearsThatThereIsNothingWhateverHeSends() {
        for (Way way : inTheFolder()) {
            requireRefused(newcomers.settled(), way, 404, "not-found");
        }
        for (Way way : forAllToKnow()) {
            requireRefused(newcomers.settled(), way, 403, "denied");
        }
    }

    @Test
    void whoKnowsOfItHearsThatHeMayNotWhateverHeSends() {
        for (Way way : inTheFolder()) {
            Person person = newcomers.settled();
            rules.allow(person.id(), new Resource.Folder(folder.id()), Verb.SECRET_LIST);
            requireRefused(person, way, 403, "denied");
        }
    }

    private void requireRefused(Person person, Way way, int status, String code) {
        String shown = newcomers.credential(person);
        int asked = 0;
        for (String body : way.bodies()) {
            for (String match : List.of("none", "*", "\"1\"")) {
                Response answer = send(as(shown), way, body, match);
                asked++;
                assertThat(answer.statusCode()).as("%s: %s", way, body).isEqualTo(status);
                assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
                assertThat(answer.asString()).doesNotContain(MARK);
            }
        }
        assertThat(entries.of(person.id(), "request-refused"))
                .as(way.toString())
                .hasSize(asked)
                .allMatch(entry -> entry.body().at("/details/code").asText().equals(code))
                .allMatch(entry -> !entry.body().at("/details/verb").isMissingNode());
    }

    @Test
    void whoMayHearsWhatIsWrongAndNothingIsRefused() {
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        rules.allow(
                person.id(),
                new Resource.Everything(),
                Verb.SECRET_CREATE,
                Verb.SECRET_EDIT,
                Verb.SECRET_MOVE,
                Verb.SECRET_TAG,
                Verb.SECRET_DELETE,
                Verb.FOLDER_EDIT,
                Verb.TEMPLATE_EDIT);
        List<Way> ways = new ArrayList<>(inTheFolder());
        ways.addAll(forAllToKnow());
        for (Way way : ways) {
            for (String body : way.bodies().subList(1, way.bodies().size())) {
                Response answer = send(as(shown), way, body, "\"1\"");
                assertThat(answer.statusCode()).as("%s: %s", way, body).isIn(400, 404, 412);
                assertThat(answer.asString()).doesNotContain(MARK);
            }
        }
    }

    @Test
    void whoSaysNowhereIsAskedAboutTheRoot() {
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        for (String body : List.of("null", "{}", "{\"template\": \"zq7marker\", \"tags\": [null, \"..\"]}")) {
            assertThat(as(shown).body(body).post(Safe.ADDRESS).statusCode()).isEqualTo(403);
            assertThat(safe.asAdministrator().body(body).post(Safe.ADDRESS).statusCode())
                    .isEqualTo(400);
        }
        assertThat(as(shown).body("{}").post(API + "folders").statusCode()).isEqualTo(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(4);
    }

    private List<Way> inTheFolder() {
        return Stream.concat(ofASecret().stream(), ofOthersAndTheFolder().stream())
                .toList();
    }

    private List<Way> ofASecret() {
        String here = folder.path();
        String at = "secrets/" + secret;
        String made = "{\"folder\": \"" + here + "\", \"template\": \"Secure note\", \"slug\": \"a\", \"name\": \"A\"";
        return List.of(
                new Way(
                        "POST",
                        "secrets",
                        List.of(
                                made + "}",
                                "{\"folder\": \"" + here + "\"}",
                                made.replace("Secure note", MARK) + "}",
                                made.replace("\"a\"", "\"..\"") + "}",
                                made + ", \"version\": 99}",
                                made + ", \"owners\": [\"zq7marker\"]}",
                                made + ", \"tags\": [null, \"..\"]}",
                                made + ", \"fields\": {\"zq7marker\": \"zq7marker\"}}")),
                new Way(
                        "PATCH",
                        at,
                        List.of(
                                "{\"name\": \"B\"}",
                                "null",
                                "{\"slug\": \"..\"}",
                                "{\"owners\": [null]}",
                                "{\"fields\": {\"zq7marker\": null}}")),
                new Way("POST", at + "/move", List.of("{\"folder\": \"" + here + "\"}", "null", "{}")),
                new Way(
                        "PUT",
                        at + "/tags",
                        List.of("{\"tags\": []}", "null", "{}", "{\"tags\": [null]}", "{\"tags\": [\"..\"]}")),
                new Way("POST", at + "/template-version", List.of("{\"version\": 2}", "null", "{}")),
                new Way("DELETE", at, List.of("")));
    }

    private List<Way> ofOthersAndTheFolder() {
        String here = folder.path();
        String folders = "folders/" + PublicId.FOLDER.of(folder.id());
        return List.of(
                new Way("POST", "secrets/" + deleted + "/restore", List.of("{}", "null", "{\"slug\": \"..\"}")),
                new Way("PUT", "secrets/" + file + "/fields/File", List.of("bytes", "", "x".repeat(500_000))),
                new Way("PUT", "secrets/" + file + "/fields/zq7marker", List.of("bytes", "")),
                new Way(
                        "POST",
                        "folders",
                        List.of(
                                "{\"parent\": \"" + here + "\", \"slug\": \"a\", \"name\": \"A\"}",
                                "{\"parent\": \"" + here + "\"}",
                                "{\"parent\": \"" + here + "\", \"slug\": \"..\", \"name\": \"A\"}")),
                new Way(
                        "PATCH",
                        folders,
                        List.of("{\"slug\": \"b\"}", "null", "{\"slug\": \"..\"}", "{\"name\": \" \"}")),
                new Way("POST", folders + "/move", List.of("{\"parent\": \"/\"}", "null", "{}")),
                new Way("DELETE", folders, List.of("")));
    }

    /** What lies in no folder. */
    private static List<Way> forAllToKnow() {
        String at = "templates/" + PublicId.TEMPLATE.of(Shelf.OTP_ONLY);
        String fields =
                "\"fields\": [{\"name\": \"A\", \"type\": \"multi-line\", \"required\": true, \"open\": false}]}";
        List<String> named = List.of("{\"name\": \"B\"}", "null", "{}", "{\"name\": \"zq7marker\\u0000\"}");
        return List.of(
                new Way(
                        "POST",
                        "templates",
                        List.of("{\"name\": \"B\", " + fields, "null", "{}", "{\"name\": \"B\", \"fields\": [null]}")),
                new Way("POST", at + "/clone", named),
                new Way("POST", at + "/versions", List.of("{" + fields, "null", "{}", "{\"fields\": []}")),
                new Way("PATCH", at, named),
                new Way("DELETE", at, List.of("")));
    }

    private static Response send(RequestSpecification who, Way way, String body, String match) {
        RequestSpecification request = match.equals("none") ? who : who.header("If-Match", match);
        boolean bytes = way.path().contains("/fields/");
        RequestSpecification typed = bytes
                ? given().spec(request)
                        .contentType(ContentType.BINARY)
                        .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : request.body(body);
        return typed.request(way.method(), API + way.path());
    }
}
