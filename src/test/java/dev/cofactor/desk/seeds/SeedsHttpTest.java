// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A seed's way in, as programs go it. */
@QuarkusTest
class SeedsHttpTest {
    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final Catalogue catalogue;
    private final CatalogueEdits edits;
    private final Seeds seeds;
    private final Custody custody;
    private final LogEntries entries;
    private final WholeLog log;

    SeedsHttpTest(
            Enrolling enrolling,
            Newcomers newcomers,
            Shelf shelf,
            Rules rules,
            Catalogue catalogue,
            CatalogueEdits edits,
            Seeds seeds,
            Custody custody,
            LogEntries entries,
            WholeLog log) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.catalogue = catalogue;
        this.edits = edits;
        this.seeds = seeds;
        this.custody = custody;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aSeedComesInByPictureIsProvedByTheSitesCodeAndServes() {
        UUID secret = enrolling.secret();
        String key = enrolling.key();
        enrolling
                .scan(secret, Map.of(), QrPng.of(Enrolling.link(key)))
                .then()
                .statusCode(200)
                .body("seed.state", equalTo("under-proof"))
                .body("seed.type", equalTo("totp"))
                .body("seed.digits", equalTo(6))
                .body("seed.issuer", equalTo("Example"))
                .body("seed.account", equalTo("team@example.com"))
                .body("weaknesses", hasSize(0))
                .body("sameAsBefore", equalTo(false));
        assertThat(state(secret)).isEqualTo(Placed.State.DRAFT);
        assertThat(seeds.serving(secret)).isEmpty();
        enrolling
                .prove(secret, Map.of("code", code(key, 0)))
                .then()
                .statusCode(200)
                .body("active", equalTo(true));
        assertThat(state(secret)).isEqualTo(Placed.State.ACTIVE);
        Seeds.Serving serving = seeds.serving(secret).orElseThrow();
        assertThat(serving.parameters()).isEqualTo(Parameters.usual());
        assertThat(serving.step().word()).isEqualTo("same-actor");
        Response read = enrolling.asAdministrator().get(at(secret) + "/seed");
        read.then()
                .statusCode(200)
                .body("seeds[0].state", equalTo("serving"))
                .body("custody[0].how", equalTo("picture"))
                .body("custody[0].actor", equalTo(enrolling.administratorId().toString()));
        assertThat(entries.about(secret, "seed-enrolled")).hasSize(1);
        assertThat(entries.about(secret, "seed-tried")).hasSize(1);
        assertThat(entries.about(secret, "seed-proved")).hasSize(1);
    }

    @Test
    void theVaultShowsACodeWhoseStepIsThenTakenAndIsToldThatItWorked() throws InterruptedException {
        UUID secret = enrolling.secret();
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        enrolling
                .prove(secret, Map.of("confirmed", true))
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-shown"));
        awaitAStepWithTimeLeft();
        JsonPath shown = enrolling
                .prove(secret, Map.of("show", 2))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        long step = shown.getLong("step");
        assertThat(shown.getString("code")).isEqualTo(code(key, Parameters.usual(), step));
        assertThat(shown.getString("askAgainAt")).isEqualTo(shown.getString("validUntil"));
        assertThat(entries.about(secret, "code-released")).hasSize(1);
        enrolling
                .prove(secret, Map.of("show", 2, "after", step - 2))
                .then()
                .statusCode(409)
                .body("code", equalTo("not-consecutive"));
        enrolling
                .prove(secret, Map.of("code", shown.getString("code")))
                .then()
                .statusCode(400)
                .body("code", equalTo("code-not-accepted"));
        nobodyElseGetsTheStep(secret);
        enrolling
                .prove(secret, Map.of("confirmed", true))
                .then()
                .statusCode(200)
                .body("proved", equalTo(true));
        assertThat(state(secret)).isEqualTo(Placed.State.ACTIVE);
        enrolling.prove(secret, Map.of("show", 1)).then().statusCode(409);
    }

    private void nobodyElseGetsTheStep(UUID secret) {
        Person other = newcomers.settled();
        rules.allow(other.id(), secret, Verb.SECRET_EDIT);
        as(newcomers.credential(other))
                .body(Map.of("show", 1))
                .post(at(secret) + "/seed/proof")
                .then()
                .statusCode(429);
    }

    /** What is asked within one step must not meet its end. */
    private static void awaitAStepWithTimeLeft() throws InterruptedException {
        long gone = System.currentTimeMillis() % 30_000;
        if (gone > 15_000) {
            Thread.sleep(30_000 - gone);
        }
    }

    @Test
    void aCounterIsFoundWithinItsWindowAndNeverUsedTwice() {
        UUID secret = enrolling.secret();
        String key = enrolling.key();
        Parameters parameters = Parameters.hotp(Algorithm.SHA1, 6, 0);
        enrolling
                .enter(secret, key, Map.of("type", "hotp", "counter", 7))
                .then()
                .statusCode(200);
        assertThat(enrolling.prove(secret, Map.of("show", 1)).jsonPath().getString("code"))
                .isEqualTo(code(key, parameters, 7));
        for (int wrong : List.of(7, 18)) {
            enrolling
                    .prove(secret, Map.of("code", code(key, parameters, wrong)))
                    .then()
                    .statusCode(400);
        }
        enrolling
                .prove(secret, Map.of("code", code(key, parameters, 17)))
                .then()
                .statusCode(200);
        assertThat(seeds.serving(secret)).isPresent();
    }

    @Test
    void theSameSeedIsToldHereAndElsewhereButOnlyToThoseWhoMaySeeThat() {
        UUID one = enrolling.secret();
        String key = enrolling.serving(one);
        UUID two = enrolling.secret();
        enrolling
                .enter(two, key, "planned")
                .then()
                .statusCode(200)
                .body("alsoIn.id", equalTo(List.of(PublicId.SECRET.of(one))));
        enrolling.enter(two, key, "planned").then().statusCode(200).body("sameAsBefore", equalTo(true));
        Person person = newcomers.settled();
        rules.allow(person.id(), two, Verb.SECRET_EDIT);
        as(newcomers.credential(person))
                .body(Map.of("setupKey", key))
                .put(at(two) + "/seed")
                .then()
                .statusCode(200)
                .body("alsoIn", hasSize(0));
    }

    @Test
    void custodyStaysWithTheSeedWhereverTheSecretGoes() {
        UUID secret = enrolling.secret();
        Person person = newcomers.settled();
        rules.allow(person.id(), secret, Verb.SECRET_EDIT);
        as(newcomers.credential(person))
                .body(Map.of("uri", Enrolling.link(enrolling.key())))
                .put(at(secret) + "/seed")
                .then()
                .statusCode(200);
        Folder elsewhere = shelf.folder();
        shelf.edit(secret, moment -> {
            edits.move(secret, elsewhere.id(), moment);
            return secret;
        });
        assertThat(custody.couldBeKnownTo(person.id()))
                .extracting(Custody.Known::secret)
                .containsExactly(secret);
        enrolling
                .asAdministrator()
                .get(at(secret) + "/seed/custody")
                .then()
                .statusCode(200)
                .body("custody[0].actor", equalTo(person.id().toString()))
                .body("custody[0].how", equalTo("typed"));
        enrolling.serving(secret);
        assertThat(custody.couldBeKnownTo(person.id())).isEmpty();
    }

    @Test
    void issuerAndAccountAreNamedOtherwiseByWhoeverSawTheLastState() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        String seen = enrolling.asAdministrator().get(at(secret) + "/seed").header("ETag");
        Seeds.Serving before = seeds.serving(secret).orElseThrow();
        enrolling
                .asAdministrator()
                .header("If-Match", seen)
                .body(Map.of("issuer", "Another"))
                .patch(at(secret) + "/seed")
                .then()
                .statusCode(200)
                .body("seeds[0].issuer", equalTo("Another"));
        enrolling
                .asAdministrator()
                .header("If-Match", seen)
                .body(Map.of("issuer", "Late"))
                .patch(at(secret) + "/seed")
                .then()
                .statusCode(412);
        enrolling
                .asAdministrator()
                .body(Map.of("issuer", "Blind"))
                .patch(at(secret) + "/seed")
                .then()
                .statusCode(428);
        assertThat(seeds.serving(secret).orElseThrow().sealed().bytes())
                .isEqualTo(before.sealed().bytes());
    }

    @Test
    void theDocumentHasEveryOperationWithAnExample() {
        String document = io.restassured.RestAssured.get("/openapi").asString();
        for (String path : List.of("/seed:", "/seed/proof:", "/seed/custody:", "/backup-codes:")) {
            assertThat(document).contains("/api/v1/secrets/{secret}" + path);
        }
        assertThat(document).contains("JBSW Y3DP");
        enrolling.asAdministrator().get(at(UUID.randomUUID()) + "/seed").then().body(containsString("not-found"));
    }

    private Placed.State state(UUID secret) {
        return catalogue.find(secret).orElseThrow().state();
    }
}
