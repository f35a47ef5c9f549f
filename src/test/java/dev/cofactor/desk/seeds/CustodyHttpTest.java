// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who could ever have known a seed, wherever it came from and wherever its secret goes. */
@QuarkusTest
class CustodyHttpTest {
    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final Custody custody;
    private final Seeds seeds;
    private final Vault vault;
    private final LogEntries entries;
    private final WholeLog log;

    CustodyHttpTest(
            Enrolling enrolling,
            Newcomers newcomers,
            Shelf shelf,
            Rules rules,
            Custody custody,
            Seeds seeds,
            Vault vault,
            LogEntries entries,
            WholeLog log) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.custody = custody;
        this.seeds = seeds;
        this.vault = vault;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoSaysThatOthersHadTheSeedHasItWrittenDown() {
        UUID secret = enrolling.secret();
        enrolling
                .enter(secret, enrolling.key(), Map.of("formerHolders", "unknown"))
                .then()
                .statusCode(200);
        formerHoldersAreUnknown(secret, "typed");
        assertThat(parts(secret, "seed-enrolled")).containsExactly("former-holders-unknown");
        UUID scanned = enrolling.secret();
        byte[] picture = QrPng.of(Enrolling.link(enrolling.key()));
        enrolling
                .scan(scanned, Map.of("formerHolders", "unknown"), picture)
                .then()
                .statusCode(200);
        formerHoldersAreUnknown(scanned, "picture");
    }

    @Test
    void whatComesFromAnExportOthersHaveHadWhateverIsSaid() {
        UUID secret = enrolling.secret();
        enrolling
                .scan(secret, Map.of(), QrPng.of(Enrolling.export(0, 1, "one@example.com")))
                .then()
                .statusCode(200);
        formerHoldersAreUnknown(secret, "picture");
    }

    @Test
    void onlyThatOneWordIsUnderstoodAndSayingNothingAddsNobody() {
        UUID secret = enrolling.secret();
        enrolling
                .enter(secret, enrolling.key(), Map.of("formerHolders", "somebody"))
                .then()
                .statusCode(400)
                .body("code", equalTo("seed-request-malformed"));
        byte[] picture = QrPng.of(Enrolling.link(enrolling.key()));
        enrolling.scan(secret, Map.of("formerHolders", "none"), picture).then().statusCode(400);
        assertThat(custody.of(secret)).isEmpty();
        enrolling.enter(secret, enrolling.key(), "planned").then().statusCode(200);
        assertThat(custody.of(secret)).hasSize(1);
        assertThat(parts(secret, "seed-enrolled")).isEmpty();
    }

    @Test
    void aSecretThatLeavesAPersonalFolderShowsNothingOfItsSeedAndKeepsItsCustody() {
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        String key = enrolling.key();
        UUID secret = personal(shown, key);
        UUID seed = seeds.serving(secret).orElseThrow().where().value();
        List<Custody.Known> before = custody.of(secret);
        Folder shared = shelf.folder();
        rules.allow(person.id(), new Resource.Folder(shared.id()), Verb.SECRET_MOVE, Verb.SECRET_READ_META);
        Person reader = newcomers.settled();
        String other = newcomers.credential(reader);
        as(other).get(at(secret) + "/seed").then().statusCode(404);
        Response moved = as(shown)
                .header("If-Match", as(shown).get(at(secret)).header("ETag"))
                .body(Map.of("folder", shared.path()))
                .post(at(secret) + "/move");
        moved.then().statusCode(200).body("personal", equalTo(false));
        rules.allow(reader.id(), new Resource.Folder(shared.id()), Verb.values());
        Response read = as(other).get(at(secret) + "/seed");
        read.then()
                .statusCode(200)
                .body("seeds[0].state", equalTo("serving"))
                .body("custody", hasSize(1))
                .body("custody[0].actor", equalTo(person.id().toString()))
                .body("custody[0].seed", equalTo(seed.toString()));
        for (String answer : List.of(
                moved.asString(), read.asString(), as(other).get(at(secret)).asString())) {
            assertThat(answer).doesNotContainIgnoringCase(key);
        }
        for (String field : List.of("OTP", "seed")) {
            int status =
                    as(other).post(at(secret) + "/fields/" + field + "/reveal").statusCode();
            assertThat(status).isGreaterThanOrEqualTo(400);
        }
        assertThat(custody.of(secret)).isEqualTo(before);
        assertThat(seeds.serving(secret).orElseThrow().where().value()).isEqualTo(seed);
        assertThat(vault.all(secret)).hasSize(1);
    }

    private UUID personal(String credential, String key) {
        String folder = as(credential).post("/api/v1/folders/personal").path("path");
        String id = as(credential)
                .body(Map.of(
                        "template",
                        "OTP only",
                        "folder",
                        folder,
                        "slug",
                        Shelf.fresh(),
                        "name",
                        "Mine",
                        "fields",
                        Map.of("Account", "me")))
                .post("/api/v1/secrets")
                .path("id");
        UUID secret = PublicId.SECRET.read(id).orElseThrow();
        as(credential)
                .body(Map.of("setupKey", key))
                .put(at(secret) + "/seed")
                .then()
                .statusCode(200);
        as(credential)
                .body(Map.of("code", code(key, 0)))
                .post(at(secret) + "/seed/proof")
                .then()
                .statusCode(200);
        return secret;
    }

    private void formerHoldersAreUnknown(UUID secret, String how) {
        assertThat(custody.of(secret))
                .extracting(Custody.Known::actor, Custody.Known::kind, Custody.Known::how)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of(enrolling.administratorId()), "person", how),
                        tuple(Optional.empty(), "unknown", "imported"));
    }

    private List<String> parts(UUID secret, String kind) {
        List<String> parts = new ArrayList<>();
        entries.about(secret, kind).getLast().body().at("/details/parts").forEach(part -> parts.add(part.asText()));
        return parts;
    }
}
