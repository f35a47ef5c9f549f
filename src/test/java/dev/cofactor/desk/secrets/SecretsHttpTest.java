// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.ADDRESS;
import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.atOnce;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static dev.cofactor.desk.secrets.Safe.reveal;
import static dev.cofactor.desk.secrets.Safe.setPassword;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets as programs see them. */
@QuarkusTest
class SecretsHttpTest {
    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    SecretsHttpTest(Safe safe, Shelf shelf, Rules rules, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aSecretIsMadeReadEditedAndFoundByWhatIsOpenInIt() {
        Folder folder = shelf.folder();
        String slug = fresh();
        Response made = safe.login(folder, slug, "first password");
        made.then()
                .statusCode(201)
                .body("state", equalTo("active"))
                .body("path", equalTo(folder.path() + "/" + slug))
                .body("fields.find { it.name == 'Password' }.set", equalTo(true))
                .body("fields.find { it.name == 'Password' }.value", equalTo(null))
                .body("fields.find { it.name == 'User name' }.value", equalTo(Safe.USER));
        String at = made.header("Location");
        safe.asAdministrator()
                .get(ADDRESS + "/" + folder.path() + "/" + slug)
                .then()
                .statusCode(200);
        Response edited = safe.asAdministrator()
                .header("If-Match", made.header("ETag"))
                .body(Map.of("name", "Another", "fields", Map.of("User name", "found-by-" + slug)))
                .patch(at);
        edited.then().statusCode(200).body("name", equalTo("Another")).header("ETag", not(made.header("ETag")));
        requireFound(folder, "BY-" + slug, made);
        LogEntries.Entry entry = entries.about(id(made), "secret-edited").getFirst();
        assertThat(entry.body().at("/details/parts").toString())
                .contains("name")
                .contains("fie_");
        assertThat(entry.body().at("/details/version").asLong()).isEqualTo(2);
        assertThat(entries.about(id(made), "secret-created").toString() + entry)
                .doesNotContain(slug)
                .doesNotContain(Safe.USER)
                .doesNotContain("Another");
    }

    private void requireFound(Folder folder, String text, Response made) {
        safe.asAdministrator()
                .queryParam("q", text)
                .get(ADDRESS)
                .then()
                .statusCode(200)
                .body("secrets.id", equalTo(List.of(made.jsonPath().getString("id"))));
        safe.asAdministrator()
                .queryParam("folder", folder.path())
                .queryParam("limit", 1)
                .get(ADDRESS)
                .then()
                .body("secrets.size()", equalTo(1))
                .body("next", notNullValue());
    }

    @Test
    void aSealedFieldIsRevealedOnRecordToThoseWhomAPolicyAllowsIt() {
        Response made = safe.login(shelf.folder(), fresh(), "pass\"wörd\\");
        String at = made.header("Location");
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        reveal(as(shown), at).then().statusCode(404);
        as(shown).get(at).then().statusCode(404);
        reveal(safe.asAdministrator(), at).then().statusCode(403).body("code", equalTo("denied"));
        reveal(given().contentType(ContentType.JSON), at).then().statusCode(401);
        rules.allow(person.id(), id(made), Verb.FIELD_REVEAL);
        as(shown).get(at).then().statusCode(403);
        Response json = reveal(as(shown), at);
        json.then().statusCode(200).header("Cache-Control", equalTo("no-store")).body("value", equalTo("pass\"wörd\\"));
        reveal(as(shown).accept("text/plain"), at).then().statusCode(200).body(equalTo("pass\"wörd\\"));
        List<LogEntries.Entry> told = entries.about(id(made), "field-revealed");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().body().at("/id").asText())
                .isEqualTo(json.jsonPath().getString("receipt"));
        assertThat(told.getFirst().body().at("/details/value").asText()).isNotEmpty();
        assertThat(entries.of(person.id(), "request-refused"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("not-found", "not-found", "denied");
        as(shown).post(at + "/fields/URL/reveal").then().statusCode(404);
    }

    @Test
    void ofSeveralWhoEditOneStateOneWinsAndOfOneSlugThereIsOne() {
        Folder folder = shelf.folder();
        String slug = fresh();
        assertThat(atOnce(4, number -> safe.login(folder, slug, "p"))).containsExactlyInAnyOrder(201, 409, 409, 409);
        Response made = safe.login(folder, fresh(), "p");
        String at = made.header("Location");
        safe.asAdministrator().body("{\"name\": \"B\"}").patch(at).then().statusCode(428);
        assertThat(atOnce(4, number -> setPassword(safe.asAdministrator(), at, made.header("ETag"), "p" + number)))
                .containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void theLastTenEarlierValuesOfAFieldStayAndOlderOnesAreDestroyed() {
        Response made = safe.login(shelf.folder(), fresh(), "value 0");
        String at = made.header("Location");
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        rules.allow(person.id(), id(made), Verb.FIELD_REVEAL, Verb.SECRET_READ_META);
        String etag = made.header("ETag");
        etag = setPassword(safe.asAdministrator(), at, etag, "value 1").header("ETag");
        String first = as(shown).get(at + "/fields/Password/values").jsonPath().getString("values[0].value");
        as(shown)
                .post(at + "/fields/Password/values/" + first + "/reveal")
                .then()
                .body("value", equalTo("value 0"));
        for (int number : IntStream.rangeClosed(2, 11).toArray()) {
            etag = setPassword(safe.asAdministrator(), at, etag, "value " + number)
                    .header("ETag");
        }
        List<String> values =
                as(shown).get(at + "/fields/Password/values").jsonPath().getList("values.value");
        assertThat(values).hasSize(10).doesNotContain(first);
        as(shown)
                .post(at + "/fields/Password/values/" + first + "/reveal")
                .then()
                .statusCode(404);
        as(shown)
                .post(at + "/fields/Password/values/" + values.getFirst() + "/reveal")
                .then()
                .body("value", equalTo("value 10"));
        reveal(as(shown), at).then().body("value", equalTo("value 11"));
    }

    @Test
    void aSecretThatLacksItsSeedIsADraftAndRevealsNothing() {
        Folder folder = shelf.folder();
        Map<String, Object> made = Map.of(
                "template", "WebApp with OTP",
                "folder", folder.path(),
                "slug", "draft",
                "name", "A draft",
                "fields", Map.of("User name", "u", "Password", "p"));
        Response draft = safe.asAdministrator().body(made).post(ADDRESS);
        draft.then().statusCode(201).body("state", equalTo("draft"));
        Person person = newcomers.settled();
        rules.allow(person.id(), new Resource.Folder(folder.id()), Verb.FIELD_REVEAL);
        reveal(as(newcomers.credential(person)), draft.header("Location"))
                .then()
                .statusCode(409)
                .body("code", equalTo("secret-draft"));
        safe.asAdministrator()
                .header("If-Match", draft.header("ETag"))
                .body(Map.of("fields", Map.of("OTP", "JBSWY3DPEHPK3PXP")))
                .patch(draft.header("Location"))
                .then()
                .statusCode(400)
                .body("code", equalTo("field-elsewhere"));
    }

    @Test
    void aFileIsPutAsItsBytesAndComesBackAsThem() {
        Folder folder = shelf.folder();
        Response made = safe.asAdministrator()
                .body(Map.of("template", "File", "folder", folder.path(), "slug", "key", "name", "A key"))
                .post(ADDRESS);
        made.then().statusCode(201).body("state", equalTo("draft"));
        String at = made.header("Location");
        byte[] bytes = {0, 1, (byte) 0xff, '"'};
        safe.asAdministrator()
                .contentType("application/octet-stream")
                .header("If-Match", made.header("ETag"))
                .body(bytes)
                .put(at + "/fields/File")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        Person person = newcomers.settled();
        rules.allow(person.id(), id(made), Verb.FIELD_REVEAL);
        Response revealed = as(newcomers.credential(person)).post(at + "/fields/File/reveal");
        assertThat(revealed.asByteArray()).isEqualTo(bytes);
        assertThat(revealed.contentType()).startsWith("application/octet-stream");
    }
}
