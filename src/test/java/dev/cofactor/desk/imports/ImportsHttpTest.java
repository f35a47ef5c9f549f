// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An export is looked at, and what was shown is taken in. */
@QuarkusTest
class ImportsHttpTest {
    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final Seeds seeds;
    private final LogEntries entries;
    private final WholeLog log;

    ImportsHttpTest(
            Enrolling enrolling,
            Newcomers newcomers,
            Shelf shelf,
            Rules rules,
            Seeds seeds,
            LogEntries entries,
            WholeLog log) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.seeds = seeds;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Importing importing() {
        return new Importing(enrolling.administrator());
    }

    private List<String> keys(int number) {
        return IntStream.range(0, number).mapToObj(i -> enrolling.key()).toList();
    }

    private Response listed(String folder) {
        return enrolling.asAdministrator().queryParam("folder", folder).get("/api/v1/secrets");
    }

    @Test
    void whatIsLookedAtIsKeptNowhereAndWhatIsTakenInServesAtOnce() {
        String folder = shelf.folder().path();
        List<String> keys = keys(2);
        byte[] file = Importing.list(keys);
        Response looked = importing().look(file, Importing.into(folder));
        looked.then()
                .statusCode(200)
                .body("format", equalTo("otpauth"))
                .body("counts.new", equalTo(2))
                .body("entries.status", everyItem(equalTo("new")))
                .body("entries[0].takes", containsInAnyOrder("Account", "OTP"));
        listed(folder).then().body("secrets", hasSize(0));
        Response taken = importing().take(file, Importing.into(folder), looked.path("plan"));
        taken.then().statusCode(201).body("secrets", hasSize(2));
        for (int i = 0; i < 2; i++) {
            UUID secret =
                    PublicId.SECRET.read(taken.path("secrets[" + i + "].id")).orElseThrow();
            assertThat(seeds.serving(secret)).isPresent();
            serves(secret, keys.get(i));
            assertThat(looked.asString() + taken.asString()).doesNotContain(keys.get(i));
        }
    }

    private void serves(UUID secret, String key) {
        Person person = newcomers.settled();
        rules.allow(person.id(), secret, Verb.CODE_FETCH, Verb.SECRET_READ_META);
        String path = as(newcomers.credential(person)).get(at(secret)).path("path");
        String given = as(newcomers.credential(person))
                .body(Map.of("wait", 40))
                .post("/api/v1/code/" + path)
                .then()
                .statusCode(200)
                .extract()
                .path("code");
        assertThat(IntStream.rangeClosed(-2, 2).mapToObj(step -> code(key, step)))
                .contains(given);
    }

    @Test
    void formerHoldersOfWhatCameAreUnknownAndTheSeedCanBeOverwritten() {
        String folder = shelf.folder().path();
        String id = importing()
                .lookAndTake(Importing.list(keys(1)), Importing.into(folder))
                .path("secrets[0].id");
        UUID secret = PublicId.SECRET.read(id).orElseThrow();
        enrolling
                .asAdministrator()
                .get(at(secret) + "/seed/custody")
                .then()
                .body("custody.kind", containsInAnyOrder("person", "unknown"))
                .body("custody.how", everyItem(equalTo("imported")));
        rules.allow(enrolling.administratorId(), secret, Verb.SEED_OVERWRITE);
        enrolling.enter(secret, enrolling.key(), "planned").then().statusCode(200);
    }

    @Test
    void theLogNamesEachSecretThatCameOfItInOneEvent() {
        String folder = shelf.folder().path();
        int before = entries.of(enrolling.administratorId(), "import-done").size();
        Response taken = importing().lookAndTake(Importing.list(keys(3)), Importing.into(folder));
        List<LogEntries.Entry> done = entries.of(enrolling.administratorId(), "import-done");
        assertThat(done).hasSize(before + 1);
        var details = done.getLast().body().at("/details");
        assertThat(details.at("/count").asInt()).isEqualTo(3);
        assertThat(details.at("/method").asText()).isEqualTo("otpauth");
        List<String> ids = taken.path("secrets.id");
        assertThat(details.at("/parts")).map(part -> part.asText()).isEqualTo(ids);
    }

    @Test
    void theSameFileTwiceIsRecognisedAndTheOldPlanTakesNothingMore() {
        String folder = shelf.folder().path();
        byte[] file = Importing.list(keys(2));
        String plan = importing().look(file, Importing.into(folder)).path("plan");
        importing().take(file, Importing.into(folder), plan).then().statusCode(201);
        importing()
                .take(file, Importing.into(folder), plan)
                .then()
                .statusCode(412)
                .body("code", equalTo("import-plan-changed"));
        Response again = importing().look(file, Importing.into(shelf.folder().path()));
        again.then()
                .body("counts.same-seed", equalTo(2))
                .body("counts.new", equalTo(0))
                .body("entries.sameAs", everyItem(not(equalTo(null))));
        assertThat(again.<String>path("entries[0].sameAs")).startsWith(folder + "/");
        listed(folder).then().body("secrets", hasSize(2));
    }

    @Test
    void aNameThatLiesThereIsTakenAndASeedTwiceInOneFileIsOne() {
        String folder = shelf.folder().path();
        String key = enrolling.key();
        String title = "Site " + key.substring(0, 8);
        importing()
                .lookAndTake(Importing.list(List.of(key)), Importing.into(folder))
                .then()
                .statusCode(201);
        String other = "otpauth://totp/" + title.replace(" ", "%20") + ":else?secret=" + enrolling.key() + "\n";
        String fresh = "otpauth://totp/Twice:a?secret=" + enrolling.key() + "\n";
        byte[] file = (other + fresh + fresh + fresh.replace(":a?", ":b?")).getBytes(UTF_8);
        importing()
                .look(file, Importing.into(folder))
                .then()
                .body("entries.status", equalTo(List.of("name-taken", "new", "same-seed", "same-seed")))
                .body("entries[1].path", equalTo(folder + "/twice"))
                .body("entries[2].sameAs", equalTo("#2"));
    }

    @Test
    void onlyTheChosenAreTakenAndOnlyOfWhatIsNew() {
        String folder = shelf.folder().path();
        String file = new String(Importing.list(keys(3)), UTF_8) + "no link\n";
        byte[] bytes = file.getBytes(UTF_8);
        Map<String, String> words = Importing.into(folder);
        String plan = importing().look(bytes, words).path("plan");
        for (String wrong : List.of("4", "1,4", "9")) {
            importing()
                    .take(bytes, Map.of("folder", folder, "template", "OTP only", "entries", wrong), plan)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("import-not-new"));
        }
        importing()
                .take(bytes, Map.of("folder", folder, "template", "OTP only", "entries", "1,3"), plan)
                .then()
                .statusCode(201)
                .body("secrets.number", equalTo(List.of(1, 3)));
        listed(folder).then().body("secrets", hasSize(2));
    }

    @Test
    void asManyAsOneChangeMayHoldAreTakenAtOnceAndOneMoreIsRefused() {
        String folder = shelf.folder().path();
        byte[] file = Importing.list(keys(ImportDesk.MOST_AT_ONCE + 1));
        String plan = importing().look(file, Importing.into(folder)).path("plan");
        importing()
                .take(file, Importing.into(folder), plan)
                .then()
                .statusCode(413)
                .body("code", equalTo("import-too-many-at-once"));
        String chosen = String.join(
                ",",
                IntStream.rangeClosed(1, ImportDesk.MOST_AT_ONCE)
                        .mapToObj(String::valueOf)
                        .toList());
        Map<String, String> words = Map.of("folder", folder, "template", "OTP only", "entries", chosen);
        importing().take(file, words, plan).then().statusCode(201).body("secrets", hasSize(ImportDesk.MOST_AT_ONCE));
        importing().look(file, Importing.into(folder)).then().body("counts.new", equalTo(1));
    }
}
