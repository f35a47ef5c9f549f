// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret that goes, its seed that stops, its codes that are replaced; and what can be had back. */
@QuarkusTest
class DeletePagesHttpTest {
    private final Newcomers newcomers;
    private final Enrolling enrolling;
    private final LogEntries entries;
    private final WholeLog log;

    DeletePagesHttpTest(Newcomers newcomers, Enrolling enrolling, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.enrolling = enrolling;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    /** @return the page of a secret that gives codes */
    private String serving(Bench bench, String slug) {
        return serving(bench, slug, enrolling.key());
    }

    private static String serving(Bench bench, String slug, String key) {
        Map<String, String> form = bench.form("WebApp with OTP", "Serving " + slug);
        form.putAll(Map.of("key", key, "slug", slug));
        String proof = Bench.led(bench.browser().send("/secrets/new", form));
        bench.browser()
                .send(proof + "/code", Map.of("code", Enrolling.code(key, 0)))
                .then()
                .statusCode(303);
        return proof.replace("/proof", "");
    }

    private static Response delete(Bench bench, String secret, String name) {
        return bench.browser().send(secret + "/delete", Map.of("seen", bench.seen(secret + "/delete"), "name", name));
    }

    @Test
    void whatStopsIsNamedAndTheNameIsAskedFor() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        String slug = Shelf.fresh();
        String secret = serving(bench, slug);
        assertThat(bench.page(secret + "/delete"))
                .contains("Every code of it", "Every sealed field", "/" + slug, "to be sure");
        assertThat(delete(bench, secret, "something else").statusCode()).isEqualTo(422);
        assertThat(bench.browser().open(secret).statusCode()).isEqualTo(200);
        String seen = bench.seen(secret + "/delete");
        bench.browser()
                .send(secret + "/tags", Map.of("seen", bench.seen(secret + "/edit"), "tags", "prod"))
                .then()
                .statusCode(303);
        Response late = bench.browser().send(secret + "/delete", Map.of("seen", seen, "name", slug));
        late.then().statusCode(422);
        assertThat(late.asString()).contains("changed meanwhile");
        assertThat(Bench.led(delete(bench, secret, "Serving " + slug))).isEqualTo("/secrets/deleted?news=deleted");
        assertThat(bench.browser().open(secret).statusCode()).isEqualTo(404);
        assertThat(bench.page("/secrets")).doesNotContain("Serving " + slug);
        assertThat(entries.of(person.id(), "secret-deleted")).hasSize(1);
    }

    @Test
    void whatWasDeletedComesBackWhereItLayAndOnlyByWhoeverMayDeleteIt() {
        Bench bench = Bench.of(newcomers.settled());
        String slug = Shelf.fresh();
        String secret = serving(bench, slug);
        delete(bench, secret, slug).then().statusCode(303);
        assertThat(bench.page("/secrets/deleted")).contains("Serving " + slug, secret + "/restore");
        Bench stranger = Bench.of(newcomers.settled());
        assertThat(stranger.page("/secrets/deleted")).doesNotContain("Serving " + slug);
        stranger.browser().send(secret + "/restore", Map.of()).then().statusCode(404);
        assertThat(Bench.led(bench.browser().send(secret + "/restore", Map.of())))
                .isEqualTo("/secrets/deleted?news=restored");
        assertThat(bench.page(secret)).contains("Get code");
        assertThat(bench.page("/secrets/deleted")).doesNotContain("Serving " + slug);
        bench.browser().send(secret + "/restore", Map.of()).then().statusCode(404);
    }

    @Test
    void whoseNameIsTakenMeanwhileComesBackUnderAnother() {
        Bench bench = Bench.of(newcomers.settled());
        String slug = Shelf.fresh();
        String secret = serving(bench, slug);
        delete(bench, secret, slug).then().statusCode(303);
        Map<String, String> other = bench.form("OTP only", "In its place");
        other.put("slug", slug);
        bench.added(other);
        Response taken = bench.browser().send(secret + "/restore", Map.of());
        taken.then().statusCode(422);
        assertThat(taken.asString()).contains("id=\"fault\"", "id=\"slug\"");
        bench.browser()
                .send(secret + "/restore", Map.of("folder", "", "slug", slug + "-2"))
                .then()
                .statusCode(303);
        assertThat(bench.page(secret)).contains("/" + slug + "-2");
    }

    @Test
    void aSeedThatStopsGivesNoMoreCodesAndItsHistoryStays() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        String key = enrolling.key();
        String secret = serving(bench, Shelf.fresh(), key);
        assertThat(bench.page(secret + "/seed?another=seed")).contains("Stop the seed without another");
        bench.browser().send(secret + "/seed/stop", Map.of()).then().statusCode(303);
        assertThat(bench.page(secret)).doesNotContain("data-code=");
        bench.browser().send(secret + "/seed/stop", Map.of()).then().statusCode(422);
        assertThat(bench.page(secret + "/history"))
                .contains("Destroyed", person.displayName(), "typed it", "Destroyed by now")
                .doesNotContain(key);
    }

    @Test
    void backupCodesAreReplacedAndNoneIsEverShown() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        String secret = serving(bench, Shelf.fresh());
        String codes = "Your codes:\n1. 8hk3-22pq\n2. m4td-90xs\n3. 77ba-kz1c\n3. 77ba-kz1c";
        String came = Bench.led(bench.browser().send(secret + "/backup-codes", Map.of("text", codes, "few", "1")));
        assertThat(came).contains("kept=3", "merged=1");
        assertThat(bench.page(came)).contains("3 codes are kept", "3 of 3 left").doesNotContain("8hk3", "kz1c");
        Response unclear = bench.browser().send(secret + "/backup-codes", Map.of("text", "no codes 8hk3-22pq!"));
        unclear.then().statusCode(422);
        assertThat(unclear.asString()).doesNotContain("8hk3");
        String seen = bench.seen(secret + "/backup-codes");
        bench.browser()
                .send(secret + "/backup-codes/few", Map.of("seen", seen, "few", "3"))
                .then()
                .statusCode(303);
        assertThat(bench.page(secret + "/edit")).contains("3 of 3 left", "Few");
        bench.browser()
                .send(secret + "/backup-codes/few", Map.of("seen", seen, "few", "2"))
                .then()
                .statusCode(422);
        String id = secret.replaceFirst("^/secrets/", "");
        assertThat(entries.about(PublicId.SECRET.read(id).orElseThrow(), "pool-replaced"))
                .hasSize(1);
    }

    @Test
    void anEarlierPasswordIsShownUnderTheRightToTheOneThatIsThere() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        Map<String, String> form = bench.form("Generic web login", Shelf.fresh());
        String page = bench.page("/secrets/new?template=Generic web login");
        String password = Bench.found("name=\"(field-fie_[0-9a-z]{26})\" type=\"password\"", page);
        form.put(password, "the first of them");
        String secret = bench.added(form);
        assertThat(bench.page(secret + "/history")).contains("no sealed field was ever changed");
        Map<String, String> other = Map.of(
                "seen",
                bench.seen(secret + "/edit"),
                password,
                "the second of them",
                "owner",
                person.id().toString());
        bench.browser().send(secret + "/edit", other).then().statusCode(303);
        String history = bench.page(secret + "/history");
        assertThat(history).doesNotContain("the first of them", "the second of them");
        String shows = Bench.found("data-shows=\"([^\"]+)\"", history);
        Response shown = bench.browser().script(shows, Map.of());
        shown.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(shown.jsonPath().getString("value")).isEqualTo("the first of them");
        assertThat(entries.of(person.id(), "field-revealed")).hasSize(1);
        Bench stranger = Bench.of(newcomers.settled());
        stranger.browser().script(shows, Map.of()).then().statusCode(404);
    }
}
