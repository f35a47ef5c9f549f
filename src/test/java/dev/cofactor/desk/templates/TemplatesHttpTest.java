// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Templates as programs see them. */
@QuarkusTest
class TemplatesHttpTest {
    private static final String ADDRESS = "/api/v1/templates";
    private static final String AWS_ROOT = "/" + PublicId.TEMPLATE.of(predefined(4));
    private static final String FIELDS = """
            [{"name": "User name", "type": "single-line", "required": true, "open": true},
             {"name": "Password", "type": "password", "required": true, "open": false,
              "password": {"shortest": 12, "classes": ["digit", "lower"]}},
             {"name": "OTP", "type": "seed", "required": true, "open": false, "otp": {"kinds": ["totp", "steam"],
              "digits": [6, 8], "periods": [30], "algorithms": ["SHA1"], "step": "shared", "leastLife": 5}}]""";

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Rules rules;
    private final Shelf shelf;
    private final Templates templates;

    private Person author = new Person(new UUID(0, 0), "", "", Person.State.INVITED);
    private String credential = "";

    TemplatesHttpTest(Newcomers newcomers, LogEntries entries, Rules rules, Shelf shelf, Templates templates) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.rules = rules;
        this.shelf = shelf;
        this.templates = templates;
    }

    @Test
    void thePredefinedOnesAreThereWhole() {
        asAuthor()
                .get(ADDRESS)
                .then()
                .statusCode(200)
                .body(
                        "templates.findAll { it.predefined }.name",
                        hasItems(
                                "WebApp with OTP",
                                "OTP only",
                                "Backup codes only",
                                "AWS root",
                                "Generic web login",
                                "Oracle DB",
                                "File",
                                "Secure note"));
        for (int number = 1; number <= 8; number++) {
            assertThat(templates.version(predefined(number), 1).orElseThrow().fields())
                    .isNotEmpty();
        }
        assertThat(step(1)).isEqualTo(StepPolicy.SAME_ACTOR);
        assertThat(step(2)).isEqualTo(StepPolicy.SAME_ACTOR);
        assertThat(step(4)).isEqualTo(StepPolicy.EXCLUSIVE);
    }

    private StepPolicy step(int number) {
        Field seed =
                templates.version(predefined(number), 1).orElseThrow().seed().orElseThrow();
        return ((FieldRules.Otp) seed.rules()).step();
    }

    @Test
    void theExamplesInTheDocumentAreAsTheServerWritesThem() {
        JsonPath note = asAuthor()
                .get(ADDRESS + "/" + PublicId.TEMPLATE.of(predefined(8)))
                .jsonPath();
        String document = given().get("/openapi").asString();
        assertThat(document)
                .contains(note.getString("id"), note.getString("fields[0].id"), PublicId.TEMPLATE.of(predefined(1)))
                .contains("/api/v1/templates/{id}/versions");
    }

    @Test
    void aTemplateIsMadeReadRevisedRenamedAndDeletedAndEachIsOnTheLog() {
        Response made = make(Shelf.fresh());
        made.then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("predefined", equalTo(false))
                .body("fields[1].password.shortest", equalTo(12))
                .body("fields[2].otp.step", equalTo("shared"))
                .body("fields[2].otp.explanation", equalTo(StepPolicy.SHARED.sentence()));
        String at = made.header("Location");
        asAuthor().get(at).then().statusCode(200).header("ETag", equalTo(made.header("ETag")));
        Response revised = asAuthor()
                .header("If-Match", made.header("ETag"))
                .body(
                        "{\"fields\": [{\"id\": \"%s\", \"name\": \"Login\", \"type\": \"single-line\", \"required\": true,"
                                        .formatted(made.jsonPath().getString("fields[0].id"))
                                + " \"open\": true}]}")
                .post(at + "/versions");
        revised.then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("fields[0].id", equalTo(made.jsonPath().getString("fields[0].id")))
                .body("fields[0].name", equalTo("Login"))
                .body("fields[1]", nullValue());
        asAuthor().get(at + "/versions/1").then().statusCode(200).body("fields.size()", equalTo(3));
        Response renamed = asAuthor()
                .header("If-Match", revised.header("ETag"))
                .body(Map.of("name", Shelf.fresh()))
                .patch(at);
        renamed.then().statusCode(200).body("version", equalTo(2));
        asAuthor().header("If-Match", renamed.header("ETag")).delete(at).then().statusCode(204);
        asAuthor().get(at).then().statusCode(404);
        List<LogEntries.Entry> told = entries.about(id(made), "template-changed");
        assertThat(told)
                .extracting(entry -> entry.body().at("/details/parts/0").asText())
                .containsExactly("template", "fields", "name", "deleted");
        assertThat(told.toString()).doesNotContain("Login").doesNotContain("User name");
    }

    @Test
    void aCopyHasTheFieldsOfItsModelUnderIdsOfItsOwn() {
        JsonPath model = asAuthor().get(ADDRESS + AWS_ROOT).jsonPath();
        Response copy = asAuthor().body(Map.of("name", Shelf.fresh())).post(ADDRESS + AWS_ROOT + "/clone");
        copy.then()
                .statusCode(201)
                .body("predefined", equalTo(false))
                .body("fields.name", equalTo(model.getList("fields.name")))
                .body("fields.otp", equalTo(model.getList("fields.otp")))
                .body("fields.id", not(hasItems(model.getList("fields.id").toArray())));
        assertThat(entries.about(id(copy), "template-changed")
                        .getFirst()
                        .body()
                        .at("/details/other")
                        .asText())
                .isEqualTo(predefined(4).toString());
        asAuthor()
                .body(Map.of("name", "a name"))
                .post(ADDRESS + "/" + PublicId.TEMPLATE.of(UUID.randomUUID()) + "/clone")
                .then()
                .statusCode(404);
    }

    @Test
    void predefinedTemplatesStayAsTheyAre() {
        String seen = asAuthor().get(ADDRESS + AWS_ROOT).header("ETag");
        for (Response answer : List.of(
                asAuthor().header("If-Match", seen).delete(ADDRESS + AWS_ROOT),
                asAuthor()
                        .header("If-Match", seen)
                        .body("{\"name\": \"a name\"}")
                        .patch(ADDRESS + AWS_ROOT),
                asAuthor()
                        .header("If-Match", seen)
                        .body("{\"fields\": " + FIELDS + "}")
                        .post(ADDRESS + AWS_ROOT + "/versions"))) {
            answer.then().statusCode(409).body("code", equalTo("template-predefined"));
        }
    }

    @Test
    void aTemplateInUseIsNotDeletedAndOnlyUsersTheCallerMaySeeAreNamed() {
        Response made = make(Shelf.fresh());
        Folder folder = shelf.folder();
        UUID seen = shelf.secret(folder, "seen", id(made));
        shelf.secret(folder, "hidden", id(made));
        rules.allow(author.id(), seen, Verb.SECRET_LIST);
        String answer = asAuthor()
                .header("If-Match", made.header("ETag"))
                .delete(made.header("Location"))
                .then()
                .statusCode(409)
                .body("code", equalTo("template-in-use"))
                .body("secrets.size()", equalTo(1))
                .body("secrets[0].id", equalTo(PublicId.SECRET.of(seen)))
                .body("secrets[0].path", equalTo(folder.slug() + "/seen"))
                .body("others", equalTo(1))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("hidden");
    }

    @Test
    void anEditMustSayWhichStateItSaw() {
        Response made = make(Shelf.fresh());
        String at = made.header("Location");
        asAuthor()
                .body("{\"name\": \"a name\"}")
                .patch(at)
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-required"));
        for (String stale : List.of("\"0\"", "\"2\"", "*", "1", "W/\"1\"")) {
            asAuthor()
                    .header("If-Match", stale)
                    .delete(at)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("changed-meanwhile"));
        }
    }

    @Test
    void ofTwoEditsThatSawTheSameStateOneWins() {
        Response made = make(Shelf.fresh());
        List<Integer> answers = atOnce(
                4,
                number -> asAuthor()
                        .header("If-Match", made.header("ETag"))
                        .body(Map.of("name", Shelf.fresh()))
                        .patch(made.header("Location")));
        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void ofTwoTemplatesOfOneNameOneIsMade() {
        String name = Shelf.fresh();
        assertThat(atOnce(4, number -> make(name))).containsExactlyInAnyOrder(201, 409, 409, 409);
        make(name.toUpperCase(Locale.ROOT)).then().statusCode(409).body("code", equalTo("template-name-taken"));
    }

    private static List<Integer> atOnce(int number, IntFunction<Response> ask) {
        return IntStream.range(0, number)
                .mapToObj(one ->
                        CompletableFuture.supplyAsync(() -> ask.apply(one).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private Response make(String name) {
        return asAuthor()
                .body("{\"name\": \"" + name + "\", \"description\": \"A test's\", \"fields\": " + FIELDS + "}")
                .post(ADDRESS);
    }

    private static UUID id(Response made) {
        return PublicId.TEMPLATE.read(made.jsonPath().getString("id")).orElseThrow();
    }

    private static UUID predefined(int number) {
        return UUID.fromString("00000000-0000-8000-8004-00000000000" + number);
    }

    private synchronized RequestSpecification asAuthor() {
        if (credential.isEmpty()) {
            author = newcomers.inRole(Role.TEMPLATE_AUTHOR);
            credential = newcomers.credential(author);
        }
        return as(credential);
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }
}
