// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static dev.cofactor.desk.secrets.Safe.reveal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A right to reveal is one to the fields of one secret: it leads to nothing else, and who lacks it learns nothing. */
@QuarkusTest
class RevealsGuardedHttpTest {
    private static final String FIELDS = """
            {"name": "%s", "fields": [
             {"name": "One", "type": "single-line", "required": false, "open": false},
             {"name": "Two", "type": "single-line", "required": false, "open": false},
             {"name": "OTP", "type": "seed", "required": false, "open": false, "otp": {"kinds": ["totp"], "digits": [6],
              "periods": [30], "algorithms": ["SHA1"], "step": "shared", "leastLife": 5}}]}""";

    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Roles roles;
    private final Catalogue catalogue;

    RevealsGuardedHttpTest(
            Safe safe,
            Shelf shelf,
            Rules rules,
            Newcomers newcomers,
            LogEntries entries,
            Roles roles,
            Catalogue catalogue) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
        this.roles = roles;
        this.catalogue = catalogue;
    }

    @Test
    void anEarlierValueIsFoundInItsOwnSecretAndFieldAlone() {
        String template = template();
        Response mine = made(template, Map.of("One", "mine"));
        Response other = made(template, Map.of("One", "before", "Two", "beside"));
        edited(other, Map.of("One", "after")).then().statusCode(200);
        String earlier = safe.asAdministrator()
                .get(other.header("Location") + "/fields/One/values")
                .jsonPath()
                .getString("values[0].value");
        String reader = allowed(id(mine));
        denied(earlier(reader, mine, "One", earlier));
        String both = allowed(id(other));
        earlier(both, other, "One", earlier).then().statusCode(200).body("value", equalTo("before"));
        denied(earlier(both, other, "Two", earlier));
        assertThat(entries.about(id(mine), "field-revealed")).isEmpty();
        assertThat(entries.about(id(other), "field-revealed")).hasSize(1);
    }

    @Test
    void aSeedThatServesIsNoEarlierValueWhateverTheFieldIsCalled() {
        Response made = made(template(), Map.of("One", "a value"));
        String seed = made.header("Location") + "/seed";
        safe.asAdministrator()
                .body(Map.of("setupKey", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"))
                .put(seed)
                .then()
                .statusCode(200);
        safe.asAdministrator().body(Map.of("show", 1)).post(seed + "/proof");
        safe.asAdministrator()
                .body(Map.of("confirmed", true))
                .post(seed + "/proof")
                .then()
                .statusCode(200);
        Response whole = safe.asAdministrator().get(seed);
        whole.then().body("seeds[0].state", equalTo("serving"));
        String value = whole.jsonPath().getString("seeds[0].id");
        String reader = allowed(id(made));
        for (String field : new String[] {"OTP", "One"}) {
            denied(earlier(reader, made, field, value));
        }
        denied(as(reader).post(made.header("Location") + "/fields/OTP/reveal"));
        assertThat(entries.about(id(made), "field-revealed")).isEmpty();
    }

    @Test
    void whoMayNotRevealIsNotToldWhetherItIsADraftOrWasAltered() throws SQLException {
        Folder folder = shelf.folder();
        Person person = newcomers.settled();
        rules.allow(person.id(), new Resource.Folder(folder.id()), Verb.SECRET_READ_META);
        String shown = newcomers.credential(person);
        Map<String, Object> draft = Map.of(
                "template",
                Safe.LOGIN,
                "folder",
                folder.path(),
                "slug",
                "draft",
                "name",
                "A draft",
                "fields",
                Map.of("User name", "u"));
        Response unfinished = safe.asAdministrator().body(draft).post(Safe.ADDRESS);
        unfinished.then().statusCode(201).body("state", equalTo("draft"));
        reveal(as(shown), unfinished.header("Location")).then().statusCode(403).body("code", equalTo("denied"));
        Response turned = safe.login(folder, fresh(), "p");
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, "update secret set state = 'draft' where id = '" + id(turned) + "'");
        }
        reveal(as(shown), turned.header("Location")).then().statusCode(403).body("code", equalTo("denied"));
        assertThat(entries.about(id(turned), "release-aborted")).isEmpty();
        assertThat(entries.about(id(turned), "request-refused")).hasSize(1);
    }

    @Test
    void thatSomebodyWasRefusedToReadWhatHeMaySeeIsOnTheLog() {
        Response made = safe.login(shelf.folder(), fresh(), "p");
        Person person = newcomers.settled();
        rules.allow(person.id(), id(made), Verb.SECRET_LIST);
        as(newcomers.credential(person))
                .get(made.header("Location"))
                .then()
                .statusCode(403)
                .body("code", equalTo("denied"));
        assertThat(entries.about(id(made), "request-refused"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("denied");
    }

    @Test
    void tagsDecideSoTheyAreUnderTheRowsCode() throws SQLException {
        Response made = safe.login(shelf.folder(), fresh(), "p");
        tagged(safe.asAdministrator(), made, "\"" + fresh() + "\"").then().statusCode(200);
        String reader = allowed(id(made));
        reveal(as(reader), made.header("Location")).then().statusCode(200);
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, "delete from secret_tag where secret = '" + id(made) + "'");
        }
        reveal(as(reader), made.header("Location")).then().statusCode(503).body("code", equalTo("altered"));
    }

    @Test
    void nobodyTakesAwayTheTagByWhichHeMayTag() {
        String tag = fresh();
        Response made = safe.login(shelf.folder(), fresh(), "p");
        tagged(safe.asAdministrator(), made, "\"" + tag + "\"").then().statusCode(200);
        UUID id = catalogue.tags().entrySet().stream()
                .filter(one -> one.getValue().equals(tag))
                .findFirst()
                .orElseThrow()
                .getKey();
        Person person = newcomers.settled();
        rules.allow(person.id(), new Resource.Tag(id), Verb.SECRET_TAG, Verb.SECRET_READ_META);
        String shown = newcomers.credential(person);
        // Without the tag he would not see it any more, and is told no more than then.
        tagged(as(shown), made, "").then().statusCode(404);
        tagged(as(shown), made, "\"" + tag + "\", \"" + fresh() + "\"").then().statusCode(200);
    }

    private Response tagged(RequestSpecification as, Response made, String tags) {
        String at = "/api/v1/secrets/" + PublicId.SECRET.of(id(made));
        String seen = safe.asAdministrator().get(at).header("ETag");
        return as.header("If-Match", seen).body("{\"tags\": [" + tags + "]}").put(at + "/tags");
    }

    private String template() {
        Response made = safe.asAdministrator().body(FIELDS.formatted(fresh())).post("/api/v1/templates");
        made.then().statusCode(201);
        return made.jsonPath().getString("id");
    }

    private Response made(String template, Map<String, String> fields) {
        Response made = safe.asAdministrator()
                .body(Map.of(
                        "template",
                        template,
                        "folder",
                        shelf.folder().path(),
                        "slug",
                        fresh(),
                        "name",
                        "A secret",
                        "fields",
                        fields))
                .post(Safe.ADDRESS);
        made.then().statusCode(201).body("state", equalTo("active"));
        return made;
    }

    private Response edited(Response made, Map<String, String> fields) {
        return safe.asAdministrator()
                .header("If-Match", made.header("ETag"))
                .body(Map.of("fields", fields))
                .patch(made.header("Location"));
    }

    private String allowed(UUID secret) {
        Person person = newcomers.settled();
        rules.allow(person.id(), secret, Verb.FIELD_REVEAL);
        return newcomers.credential(person);
    }

    private static Response earlier(String shown, Response made, String field, String value) {
        String at = "/api/v1/secrets/" + PublicId.SECRET.of(id(made));
        return as(shown).post(at + "/fields/" + field + "/values/" + value + "/reveal");
    }

    private static void denied(Response answer) {
        answer.then().statusCode(404).body("code", equalTo("not-found"));
    }
}
