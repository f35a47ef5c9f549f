// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

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
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Editing a secret on its page: what is other is edited, and nothing that somebody else did is lost unseen. */
@QuarkusTest
class EditPagesHttpTest {
    private static final String WEB_LOGIN = "Generic web login";

    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    EditPagesHttpTest(Newcomers newcomers, Shelf shelf, Rules rules, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static UUID id(String page) {
        return PublicId.SECRET.read(page.replaceFirst("^/secrets/", "")).orElseThrow();
    }

    /** The form as it stands there, with one thing typed otherwise. */
    private static Map<String, String> form(Bench bench, String secret, String... other) {
        Map<String, String> form = new HashMap<>(Map.of("seen", bench.seen(secret + "/edit")));
        for (int at = 0; at < other.length; at += 2) {
            form.put(other[at], other[at + 1]);
        }
        return form;
    }

    private String parts(String secret) {
        return entries.about(id(secret), "secret-edited")
                .getLast()
                .body()
                .at("/details/parts")
                .toString();
    }

    @Test
    void onlyWhatIsOtherIsEditedAndSealedFieldsStayWhereNothingIsTyped() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        String secret = bench.added(WEB_LOGIN);
        String page = bench.page(secret + "/edit");
        assertThat(page).contains("value=\"somebody\"", "Stays as it is");
        String name = Bench.found("id=\"name\" name=\"name\" value=\"([^\"]+)\"", page);
        Map<String, String> same = form(bench, secret, "name", name, "description", "Ask Anna.\r\nOr Bert.");
        same.put("owner", person.id().toString());
        assertThat(Bench.led(bench.browser().send(secret + "/edit", same))).endsWith("/edit?news=kept");
        assertThat(parts(secret)).isEqualTo("[\"description\"]");
        assertThat(bench.page(secret + "/edit?news=kept")).contains("Ask Anna.\nOr Bert.", "Your changes are kept.");
        Map<String, String> renamed = form(bench, secret, "name", "Another", "slug", "another");
        renamed.put("owner", person.id().toString());
        bench.browser().send(secret + "/edit", renamed).then().statusCode(303);
        assertThat(parts(secret)).isEqualTo("[\"name\",\"slug\"]");
        assertThat(bench.page(secret)).contains("Another", "/another");
    }

    @Test
    void anOpenFieldIsEmptiedByAnEmptyLineAndASealedOneOnlyWhenThatIsSaid() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        String secret = bench.added(WEB_LOGIN);
        String page = bench.page(secret + "/edit");
        String url = Bench.found("name=\"(field-[a-z0-9_]+)\" type=\"url\"", page);
        String recovery = Bench.found("name=\"(emptied-[a-z0-9_]+)\"", page);
        Map<String, String> emptied = form(bench, secret, url, "", recovery, "yes");
        emptied.put("owner", person.id().toString());
        bench.browser().send(secret + "/edit", emptied).then().statusCode(303);
        assertThat(parts(secret)).contains(url.replace("field-", ""), recovery.replace("emptied-", ""));
        assertThat(bench.page(secret + "/edit")).doesNotContain("name=\"emptied-");
        assertThat(bench.page(secret + "/history")).contains("Recovery key", "data-shows=");
    }

    @Test
    void whatSomebodyElseDidMeanwhileIsSaidBeforeItIsOverwritten() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        String secret = bench.added("OTP only");
        Map<String, String> late =
                form(bench, secret, "name", "Too late", "owner", person.id().toString());
        Map<String, String> first =
                form(bench, secret, "name", "First", "owner", person.id().toString());
        bench.browser().send(secret + "/edit", first).then().statusCode(303);
        Response said = bench.browser().send(secret + "/edit", late);
        said.then().statusCode(422);
        assertThat(said.asString()).contains("has been changed meanwhile", "value=\"Too late\"", "First");
        late.put("seen", Bench.found("name=\"seen\" value=\"(\\d+)\"", said.asString()));
        bench.browser().send(secret + "/edit", late).then().statusCode(303);
        assertThat(bench.browser().send(secret + "/edit", Map.of("name", "x")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aNameThatWouldLikeToBeAScriptIsAName() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        Map<String, String> form = bench.form("OTP only", "<img src=x onerror=alert(1)>");
        form.put("slug", Shelf.fresh());
        String secret = bench.added(form);
        for (String page : new String[] {"/edit", "/history", "/delete", "/seed"}) {
            assertThat(bench.page(secret + page)).as(page).doesNotContain("<img src=x");
        }
    }

    @Test
    void whoMayNotReadFindsNothingAndWhoMayOnlyReadIsOfferedNothing() {
        Bench owner = Bench.of(newcomers.settled());
        String own = owner.added("OTP only");
        Bench stranger = Bench.of(newcomers.settled());
        for (String page : new String[] {"/edit", "/history", "/delete", "/finish", "/backup-codes", "/restore"}) {
            assertThat(stranger.browser().open(own + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        for (String page : new String[] {"/edit", "/tags", "/move", "/template-version", "/delete", "/seed/stop"}) {
            assertThat(stranger.browser()
                            .send(own + page, Map.of("seen", "1", "tags", "a", "name", "x", "folder", "x"))
                            .statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        Person reader = newcomers.settled();
        UUID secret = shelf.secret(shelf.folder(), "read");
        rules.allow(reader.id(), secret, Verb.SECRET_READ_META);
        Bench reading = Bench.of(reader);
        String path = "/secrets/" + PublicId.SECRET.of(secret);
        assertThat(reading.page(path + "/edit"))
                .contains("change nothing")
                .doesNotContain("<form class=\"stack full\"", "/tags\"", "/delete\"");
        assertThat(reading.page(path)).doesNotContain("/edit\"");
        assertThat(reading.browser()
                        .send(path + "/edit", Map.of("seen", "1", "name", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMoveGoesWhereItMayGoAndWaitsWhereItWouldGiveSomething() {
        Folder from = shelf.folder();
        Folder to = shelf.folder();
        Folder better = shelf.folder();
        UUID secret = shelf.secret(from, "moved");
        Person person = newcomers.settled();
        Verb[] editing = {Verb.SECRET_EDIT, Verb.SECRET_READ_META, Verb.SECRET_MOVE, Verb.SECRET_TAG};
        for (Folder folder : new Folder[] {from, to, better}) {
            rules.allow(person.id(), new Resource.Folder(folder.id()), editing);
        }
        rules.allow(person.id(), new Resource.Folder(better.id()), Verb.FIELD_REVEAL);
        Person second = newcomers.settled();
        rules.allow(second.id(), new Resource.Folder(from.id()), Verb.SECRET_MOVE);
        rules.allow(second.id(), new Resource.Folder(to.id()), Verb.SECRET_MOVE);
        Bench bench = Bench.of(person);
        String path = "/secrets/" + PublicId.SECRET.of(secret);
        assertThat(bench.page(path + "/edit")).contains(from.path(), to.path(), better.path());
        assertThat(move(bench, path, to)).endsWith("/edit?news=moved");
        assertThat(bench.page(path)).contains(to.path() + "/moved");
        assertThat(move(bench, path, better)).startsWith("/changes/chg_");
        assertThat(bench.page(path)).contains(to.path() + "/moved");
        Map<String, String> tags = Map.of("seen", bench.seen(path + "/edit"), "tags", "Prod  finance");
        assertThat(Bench.led(bench.browser().send(path + "/tags", tags))).endsWith("news=tagged");
        assertThat(bench.page(path + "/edit")).contains("value=\"finance prod\"");
        Response wrong =
                bench.browser().send(path + "/tags", Map.of("seen", bench.seen(path + "/edit"), "tags", "no/tag"));
        wrong.then().statusCode(422);
        assertThat(wrong.asString()).contains("value=\"no/tag\"");
    }

    private static String move(Bench bench, String path, Folder into) {
        Map<String, String> form = Map.of("seen", bench.seen(path + "/edit"), "folder", PublicId.FOLDER.of(into.id()));
        return Bench.led(bench.browser().send(path + "/move", form));
    }
}
