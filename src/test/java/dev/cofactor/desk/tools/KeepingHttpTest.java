// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.seeds.Custody;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.desk.tools.Toolers.Tooler;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A seed that was made here and that nobody has seen: whoever had it made has no more of it than anybody else. */
@QuarkusTest
class KeepingHttpTest {
    private static final Verb[] ALL = {
        Verb.SECRET_CREATE, Verb.SECRET_EDIT, Verb.SEED_OVERWRITE, Verb.SECRET_READ_META, Verb.CODE_FETCH
    };

    private final Toolers toolers;
    private final Enrolling enrolling;
    private final Shelf shelf;
    private final Rules rules;
    private final Custody custody;
    private final Catalogue catalogue;
    private final LogEntries entries;
    private final WholeLog log;

    KeepingHttpTest(
            Toolers toolers,
            Enrolling enrolling,
            Shelf shelf,
            Rules rules,
            Custody custody,
            Catalogue catalogue,
            LogEntries entries,
            WholeLog log) {
        this.toolers = toolers;
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.rules = rules;
        this.custody = custody;
        this.catalogue = catalogue;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aNewSecretServesWithASeedThatNobodyWasShown() {
        Folder folder = shelf.folder();
        Tooler tooler = toolers.tooler();
        rules.allow(tooler.person().id(), new Resource.Folder(folder.id()), ALL);
        Response made = tooler.ask("/otp/secret", wanted(folder, "door"));
        made.then()
                .statusCode(200)
                .body("seed.state", equalTo("under-proof"))
                .body("seed.account", equalTo("the door"))
                .body("custody", equalTo("generated here, seen by nobody"))
                .body("proof", equalTo(List.of("show")));
        assertThat(made.asString()).doesNotContain("otpauth").doesNotContainPattern("[A-Z2-7]{16}");
        String secret = made.path("secret");
        confirm(tooler, secret);
        as(tooler.credential())
                .accept("text/plain")
                .post("/api/v1/code/" + folder.path() + "/door")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.matchesRegex("[0-9]{6}\n"));
    }

    @Test
    void custodyNamesNobodyAndWhoeverHadItMadeLeavesNoneBehind() {
        UUID secret = shelf.secret(shelf.folder(), "door");
        Tooler tooler = toolers.tooler();
        rules.allow(tooler.person().id(), secret, ALL);
        tooler.ask("/otp/secret", Map.of("secret", PublicId.SECRET.of(secret), "type", "time_based"))
                .then()
                .statusCode(200);
        as(tooler.credential())
                .get(at(secret) + "/seed/custody")
                .then()
                .body("custody", hasSize(1))
                .body("custody[0].kind", equalTo("nobody"))
                .body("custody[0].how", equalTo("generated"))
                .body("custody[0].actor", nullValue());
        assertThat(custody.couldBeKnownTo(tooler.person().id())).isEmpty();
        LogEntries.Entry entry = entries.about(secret, "seed-enrolled").getFirst();
        assertThat(entry.body().at("/details/method").asText()).isEqualTo("generated");
        assertThat(entries.of(tooler.person().id(), "tool-used")).hasSize(1);
    }

    @Test
    void oneThatIsTypedInLaterHasItsHolderAndTheOldOneStaysNobodys() {
        UUID secret = shelf.secret(shelf.folder(), "door");
        Tooler tooler = toolers.tooler();
        rules.allow(tooler.person().id(), secret, ALL);
        tooler.ask("/otp/secret", Map.of("secret", PublicId.SECRET.of(secret), "type", "time_based"))
                .then()
                .statusCode(200);
        enrolling.enter(secret, enrolling.key(), "planned").then().statusCode(200);
        as(tooler.credential())
                .get(at(secret) + "/seed/custody")
                .then()
                .body("custody.kind", equalTo(List.of("person", "nobody")));
    }

    @Test
    void oneThatServesGoesOnUntilTheNewOneIsConfirmed() {
        UUID secret = shelf.secret(shelf.folder(), "door");
        enrolling.serving(secret);
        Tooler tooler = toolers.tooler();
        rules.allow(tooler.person().id(), secret, Verb.SECRET_EDIT);
        Map<String, Object> asked = Map.of("secret", PublicId.SECRET.of(secret), "type", "time_based");
        tooler.ask("/otp/secret", asked).then().statusCode(403); // he may overwrite none
        rules.allow(tooler.person().id(), secret, ALL);
        tooler.ask("/otp/secret", asked).then().statusCode(200);
        as(tooler.credential())
                .get(at(secret) + "/seed")
                .then()
                .body("seeds.state", equalTo(List.of("under-proof", "serving")));
        assertThat(entries.about(secret, "seed-overwritten")).hasSize(1);
    }

    @Test
    void withoutTheRightToTheSecretNothingIsMade() {
        Folder folder = shelf.folder();
        Tooler tooler = toolers.tooler();
        tooler.ask("/otp/secret", wanted(folder, "door")).then().statusCode(404);
        UUID other = shelf.secret(folder, "other");
        tooler.ask("/otp/secret", Map.of("secret", PublicId.SECRET.of(other), "type", "time_based"))
                .then()
                .statusCode(404);
        assertThat(catalogue.find(folder.path() + "/door")).isEmpty();
        assertThat(custody.couldBeKnownTo(tooler.person().id())).isEmpty();
        assertThat(entries.of(tooler.person().id(), "tool-used")).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeThereIsASecret() {
        Folder folder = shelf.folder();
        Tooler tooler = toolers.tooler();
        rules.allow(tooler.person().id(), new Resource.Folder(folder.id()), ALL);
        Map<String, Object> narrow = wanted(folder, "narrow");
        narrow.put("new", wantedNew(folder, "narrow", "AWS root"));
        narrow.put("digits", 8);
        tooler.ask("/otp/secret", narrow).then().statusCode(400).body("code", equalTo("otp-not-allowed"));
        Map<String, Object> none = wanted(folder, "none");
        none.put("new", wantedNew(folder, "none", "Secure note"));
        tooler.ask("/otp/secret", none).then().statusCode(409).body("code", equalTo("no-such-field"));
        Map<String, Object> both = wanted(folder, "both");
        both.put("secret", "sec_" + "7".repeat(26));
        tooler.ask("/otp/secret", both).then().statusCode(400).body("code", equalTo("tool-request-malformed"));
        tooler.ask("/otp/secret", Map.of("type", "time_based")).then().statusCode(400);
        Map<String, Object> moded = wanted(folder, "both");
        moded.put("mode", "planned");
        tooler.ask("/otp/secret", moded).then().statusCode(400).body("code", equalTo("tool-request-malformed"));
        for (String slug : List.of("narrow", "none", "both")) {
            assertThat(catalogue.find(folder.path() + "/" + slug)).as(slug).isEmpty();
        }
    }

    @Test
    void ofManyWhoWantTheSameNameOneGetsIt() {
        Folder folder = shelf.folder();
        Tooler tooler = toolers.tooler();
        rules.allow(tooler.person().id(), new Resource.Folder(folder.id()), ALL);
        List<Integer> statuses = Enrolling.atOnce(6, one -> tooler.ask("/otp/secret", wanted(folder, "door")));
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status != 200).allMatch(status -> status == 409);
    }

    private static void confirm(Tooler tooler, String secret) {
        String proof = "/api/v1/secrets/" + secret + "/seed/proof";
        as(tooler.credential())
                .body(Map.of("confirmed", true))
                .post(proof)
                .then()
                .statusCode(409);
        as(tooler.credential()).body(Map.of("show", 1)).post(proof).then().statusCode(200);
        as(tooler.credential())
                .body(Map.of("confirmed", true))
                .post(proof)
                .then()
                .statusCode(200)
                .body("active", equalTo(true));
    }

    private static Map<String, Object> wanted(Folder folder, String slug) {
        return new HashMap<>(Map.of(
                "new",
                wantedNew(folder, slug, "OTP only"),
                "type",
                "time_based",
                "issuer",
                "Example",
                "label",
                "the door"));
    }

    private static Map<String, Object> wantedNew(Folder folder, String slug, String template) {
        return Map.of(
                "template",
                template,
                "folder",
                folder.path(),
                "slug",
                slug,
                "name",
                "A door",
                "fields",
                template.equals("OTP only") ? Map.of("Account", "the door's") : Map.of());
    }
}
