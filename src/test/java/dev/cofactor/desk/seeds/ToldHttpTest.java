// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is told what about seeds, if and only if it happened. */
@QuarkusTest
class ToldHttpTest {
    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final Roles roles;
    private final CatalogueEdits edits;
    private final Told told;
    private final LogEntries entries;
    private final WholeLog log;

    ToldHttpTest(
            Enrolling enrolling,
            Newcomers newcomers,
            Shelf shelf,
            Rules rules,
            Roles roles,
            CatalogueEdits edits,
            Told told,
            LogEntries entries,
            WholeLog log) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.roles = roles;
        this.edits = edits;
        this.told = told;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whenASeedIsCompromisedEachOwnerIsToldOnce() {
        Person direct = newcomers.settled();
        Person member = newcomers.settled();
        Person below = newcomers.settled();
        Person gone = newcomers.settled();
        newcomers.suspend(newcomers.signedIn(gone));
        UUID group = newcomers.group(
                direct.id(), member.id(), gone.id(), newcomers.group(below.id()), enrolling.administratorId());
        UUID secret = owned(direct.id(), group, gone.id(), enrolling.administratorId());
        enrolling.serving(secret);
        assertThat(told.to(direct.id())).isEmpty();
        enrolling.enter(secret, enrolling.key(), "planned").then().statusCode(200);
        assertThat(told.to(direct.id())).isEmpty();
        enrolling.enter(secret, enrolling.key(), "compromised").then().statusCode(200);
        UUID event = last(secret, "seed-overwritten");
        assertThat(told.because(event))
                .extracting(Told.Row::recipient)
                .containsExactlyInAnyOrder(direct.id(), member.id(), below.id(), enrolling.administratorId());
        assertThat(told.because(event)).allSatisfy(row -> {
            assertThat(row.kind()).isEqualTo("seed-compromised");
            assertThat(row.message()).contains(secret.toString(), event.toString(), "seed-compromised");
        });
        notices(member)
                .body("unread", equalTo(1))
                .body("notices[0].kind", equalTo("seed-compromised"))
                .body("notices[0].secret.id", equalTo(PublicId.SECRET.of(secret)))
                .body("notices[0].secret.path", nullValue())
                .body("notices[0].by", nullValue())
                .body("notices[0].event", equalTo(event.toString()));
    }

    @Test
    void ofAPersonalFolderOnlyItsPersonIsTold() {
        Person person = newcomers.settled();
        Person named = newcomers.settled();
        String shown = newcomers.credential(person);
        UUID secret = personal(shown);
        shelf.edit(secret, at -> {
            edits.own(secret, Set.of(named.id()), at);
            return secret;
        });
        serving(shown, secret);
        as(shown).post(at(secret) + "/seed/stop").then().statusCode(200);
        assertThat(told.because(last(secret, "seed-stopped")))
                .extracting(Told.Row::recipient)
                .containsExactly(person.id());
        notices(person).body("notices[0].secret.path", containsString("personal/"));
    }

    @Test
    void ownersOfOtherSecretsAreToldThatTheirSeedWasEnteredElsewhere() {
        Person owner = newcomers.settled();
        UUID secret = owned(owner.id());
        String key = enrolling.serving(secret);
        Person other = newcomers.settled();
        String shown = newcomers.credential(other);
        UUID mine = personal(shown);
        as(shown)
                .body(Map.of("setupKey", key))
                .put(at(mine) + "/seed")
                .then()
                .statusCode(200)
                .body("alsoIn", empty());
        UUID event = last(mine, "seed-enrolled");
        assertThat(told.because(event))
                .singleElement()
                .satisfies(row -> assertThat(row.recipient()).isEqualTo(owner.id()));
        String unseen = notices(owner)
                .body("notices[0].kind", equalTo("seed-elsewhere"))
                .body("notices[0].secret.id", equalTo(PublicId.SECRET.of(secret)))
                .body("notices[0].other", nullValue())
                .body("notices[0].by", nullValue())
                .extract()
                .asString();
        assertThat(unseen)
                .doesNotContain(PublicId.SECRET.of(mine))
                .doesNotContain(other.id().toString());
        rules.allow(owner.id(), secret, Verb.SECRET_LIST);
        notices(owner).body("notices[0].secret.name", equalTo("A secret")).body("notices[0].other", nullValue());
    }

    @Test
    void whoMaySeeTheOtherSecretIsToldWhichAndByWhom() {
        Person owner = newcomers.settled();
        UUID secret = owned(owner.id());
        String key = enrolling.serving(secret);
        UUID second = enrolling.secret();
        enrolling.enter(second, key, "planned").then().statusCode(200).body("alsoIn.size()", equalTo(1));
        notices(owner).body("notices[0].other", nullValue());
        UUID policy = rules.allow(owner.id(), second, Verb.SECRET_LIST);
        notices(owner)
                .body("notices[0].secret.path", nullValue())
                .body("notices[0].other.id", equalTo(PublicId.SECRET.of(second)))
                .body("notices[0].other.name", equalTo("A secret"))
                .body("notices[0].by.id", equalTo(enrolling.administratorId().toString()))
                .body("notices[0].by.name", equalTo("A person"));
        rules.withdraw(policy);
        notices(owner).body("notices[0].other", nullValue()).body("notices[0].by", nullValue());
    }

    @Test
    void whoeverDidItIsToldOfOneThingAtMost() {
        UUID other = owned(enrolling.administratorId());
        String key = enrolling.serving(other);
        UUID secret = owned(enrolling.administratorId());
        enrolling.serving(secret);
        enrolling.enter(secret, key, "compromised").then().statusCode(200);
        assertThat(told.because(last(secret, "seed-overwritten")))
                .singleElement()
                .satisfies(row -> assertThat(row.kind()).isEqualTo("seed-compromised"));
    }

    @Test
    void whatIsDestroyedOrStandsInTheSameSecretIsTellingNobody() {
        Person owner = newcomers.settled();
        UUID secret = owned(owner.id());
        String key = enrolling.serving(secret);
        enrolling.enter(secret, key, "planned").then().statusCode(200).body("sameAsBefore", equalTo(true));
        assertThat(told.to(owner.id())).isEmpty();
        enrolling.enter(secret, enrolling.key(), "compromised").then().statusCode(200);
        enrolling.enter(enrolling.secret(), key, "planned").then().statusCode(200);
        assertThat(told.to(owner.id())).extracting(Told.Row::kind).containsExactly("seed-compromised");
    }

    @Test
    void aChangeThatFailsAfterAllIsWrittenTellsNobodyAndTheOldSeedServes() throws SQLException {
        Person owner = newcomers.settled();
        UUID secret = owned(owner.id());
        enrolling.serving(secret);
        execute(
                "create function fail_it() returns trigger language plpgsql as 'begin raise exception ''a test''; end'");
        execute("create trigger fail_it before update on row_version for each row when (new.object = '" + secret
                + "') execute function fail_it()");
        try {
            for (String mode : List.of("planned", "compromised")) {
                assertThat(enrolling.enter(secret, enrolling.key(), mode).statusCode())
                        .isGreaterThanOrEqualTo(500);
            }
            assertThat(enrolling.stop(secret).statusCode()).isGreaterThanOrEqualTo(500);
        } finally {
            execute("drop trigger fail_it on row_version");
            execute("drop function fail_it()");
        }
        assertThat(told.to(owner.id())).isEmpty();
        assertThat(entries.about(secret, "seed-overwritten")).isEmpty();
        enrolling
                .asAdministrator()
                .get(at(secret) + "/seed")
                .then()
                .body("seeds.state", equalTo(List.of("serving")))
                .body("custody.size()", equalTo(1));
        enrolling.stop(secret).then().statusCode(200);
        assertThat(told.to(owner.id())).hasSize(1);
    }

    private UUID owned(UUID... owners) {
        UUID secret = enrolling.secret();
        return shelf.edit(secret, at -> {
            edits.own(secret, Set.of(owners), at);
            return secret;
        });
    }

    private static UUID personal(String credential) {
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
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return PublicId.SECRET.read(id).orElseThrow();
    }

    private void serving(String credential, UUID secret) {
        String key = enrolling.key();
        as(credential)
                .body(Map.of("setupKey", key))
                .put(at(secret) + "/seed")
                .then()
                .statusCode(200);
        as(credential)
                .body(Map.of("code", Enrolling.code(key, 0)))
                .post(at(secret) + "/seed/proof")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse notices(Person person) {
        return as(newcomers.credential(person))
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .body(not(containsString("setupKey")));
    }

    private UUID last(UUID secret, String kind) {
        return UUID.fromString(
                entries.about(secret, kind).getLast().body().get("id").asText());
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, sql);
        }
    }
}
