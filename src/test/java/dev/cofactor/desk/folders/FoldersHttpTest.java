// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.folders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Folders as programs see them. */
@QuarkusTest
class FoldersHttpTest {
    private static final String ADDRESS = "/api/v1/folders";

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Rules rules;
    private final Shelf shelf;
    private final Folders folders;
    private final WholeLog log;
    private String administrator = "";

    FoldersHttpTest(Newcomers newcomers, LogEntries entries, Rules rules, Shelf shelf, Folders folders, WholeLog log) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.rules = rules;
        this.shelf = shelf;
        this.folders = folders;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aFolderIsMadeRenamedMovedAndDeletedAndEachIsOnTheLog() {
        String slug = Shelf.fresh();
        Response made = make("/", slug);
        made.then().statusCode(201).body("path", equalTo(slug)).body("parent", equalTo("/"));
        String at = made.header("Location");
        asAdministrator().get(at).then().statusCode(200).header("ETag", equalTo(made.header("ETag")));
        String another = Shelf.fresh();
        Response renamed = asAdministrator()
                .header("If-Match", made.header("ETag"))
                .body(Map.of("slug", another))
                .patch(at);
        renamed.then().statusCode(200).body("path", equalTo(another)).body("name", equalTo("A name"));
        Folder into = shelf.folder();
        Response moved = asAdministrator()
                .header("If-Match", renamed.header("ETag"))
                .body(Map.of("parent", into.path()))
                .post(at + "/move");
        moved.then().statusCode(200).body("path", equalTo(into.slug() + "/" + another));
        asAdministrator()
                .header("If-Match", moved.header("ETag"))
                .delete(at)
                .then()
                .statusCode(204);
        asAdministrator().get(at).then().statusCode(404);
        List<LogEntries.Entry> told = entries.about(id(made), "folder-changed");
        assertThat(told)
                .extracting(entry -> entry.body().at("/details/parts/0").asText())
                .containsExactly("folder", "name", "place", "deleted");
        assertThat(told.get(2).body().at("/details/other").asText())
                .isEqualTo(into.id().toString());
        assertThat(told.toString()).doesNotContain(slug).doesNotContain(another);
    }

    @Test
    void whoMaySeeNothingInAFolderHearsThatThereIsNone() {
        Folder folder = shelf.folder();
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        String at = ADDRESS + "/" + PublicId.FOLDER.of(folder.id());
        assertThat(as(shown).get(ADDRESS).jsonPath().getList("folders")).isEmpty();
        String answer = as(shown).get(at).then().statusCode(404).extract().asString();
        as(shown).header("If-Match", "\"a\"").body("{}").patch(at).then().statusCode(404);
        as(shown).header("If-Match", "\"a\"").delete(at).then().statusCode(404);
        as(shown)
                .body(Map.of("parent", folder.path(), "slug", "a", "name", "A"))
                .post(ADDRESS)
                .then()
                .statusCode(404);
        as(shown)
                .body(Map.of("parent", "/", "slug", "a", "name", "A"))
                .post(ADDRESS)
                .then()
                .statusCode(403);
        assertThat(answer).doesNotContain(folder.slug());
        assertThat(entries.of(person.id(), "request-refused"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("not-found", "not-found", "not-found", "not-found", "denied");
    }

    @Test
    void whoMaySeeASecretSeesTheWayToItAndNothingBeside() {
        Folder outer = shelf.folder();
        Folder inner = shelf.folder(outer, "inner");
        shelf.folder(outer, "beside");
        UUID secret = shelf.secret(inner, "one");
        Person person = newcomers.settled();
        rules.allow(person.id(), secret, Verb.SECRET_LIST);
        String shown = newcomers.credential(person);
        assertThat(as(shown).get(ADDRESS).jsonPath().<String>getList("folders.path"))
                .containsExactlyInAnyOrder(outer.path(), inner.path());
        as(shown).get(ADDRESS + "/" + PublicId.FOLDER.of(inner.id())).then().statusCode(200);
    }

    @Test
    void aMoveNeedsTheRightAtBothEnds() {
        Folder mine = shelf.folder();
        Folder inner = shelf.folder(mine, "inner");
        Folder theirs = shelf.folder();
        Person person = newcomers.settled();
        rules.allow(person.id(), new Resource.Folder(mine.id()), Verb.FOLDER_EDIT);
        String shown = newcomers.credential(person);
        move(shown, inner, theirs.path()).then().statusCode(404);
        rules.allow(person.id(), new Resource.Folder(theirs.id()), Verb.SECRET_LIST);
        move(shown, inner, theirs.path()).then().statusCode(403);
        move(shown, inner, "/").then().statusCode(403);
        assertThat(entries.about(theirs.id(), "request-refused")).hasSize(2);
        rules.allow(person.id(), new Resource.Folder(theirs.id()), Verb.FOLDER_EDIT);
        rules.allow(person.id(), new Resource.Folder(mine.id()), Verb.SECRET_LIST); // he gains nothing by it
        move(shown, inner, theirs.path()).then().statusCode(200);
        move(shown, folders.find(inner.id()).orElseThrow(), mine.path()).then().statusCode(200);
    }

    @Test
    void aRenameChangesNoRight() {
        Folder folder = shelf.folder();
        Person person = newcomers.settled();
        rules.allow(person.id(), new Resource.Folder(folder.id()), Verb.SECRET_LIST);
        String another = Shelf.fresh();
        asAdministrator()
                .header("If-Match", "\"" + folder.event() + "\"")
                .body(Map.of("slug", another, "name", "Another"))
                .patch(ADDRESS + "/" + PublicId.FOLDER.of(folder.id()))
                .then()
                .statusCode(200);
        assertThat(as(newcomers.credential(person)).get(ADDRESS).jsonPath().<String>getList("folders.path"))
                .containsExactly(another);
    }

    @Test
    void everybodyHasAFolderOfHisOwnThatNobodyElseSees() {
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        Response made = as(shown).post(ADDRESS + "/personal");
        made.then()
                .statusCode(200)
                .body("personal", equalTo(true))
                .body("path", equalTo("personal/" + person.accountName()));
        as(shown).post(ADDRESS + "/personal").then().statusCode(200).body("id", equalTo(made.path("id")));
        assertThat(entries.about(id(made), "folder-changed")).hasSize(1);
        assertThat(as(shown).get(ADDRESS).jsonPath().<String>getList("folders.path"))
                .containsExactlyInAnyOrder("personal", "personal/" + person.accountName());
        String at = ADDRESS + "/" + made.path("id");
        asAdministrator().get(at).then().statusCode(404);
        asAdministrator()
                .header("If-Match", made.header("ETag"))
                .delete(at)
                .then()
                .statusCode(404);
        assertThat(asAdministrator().get(ADDRESS).jsonPath().<String>getList("folders.path"))
                .doesNotContain("personal/" + person.accountName());
        as(shown).header("If-Match", made.header("ETag")).delete(at).then().statusCode(403);
    }

    @Test
    void ofManyWhoTakeOneSlugAtOnceOneGetsIt() {
        String slug = Shelf.fresh();
        assertThat(atOnce(6, number -> make("/", slug))).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }

    @Test
    void anEditMustSayWhichStateItSawAndOfTwoOneWins() {
        Response made = make("/", Shelf.fresh());
        String at = made.header("Location");
        asAdministrator().body("{\"name\": \"B\"}").patch(at).then().statusCode(428);
        asAdministrator().body("{\"parent\": \"/\"}").post(at + "/move").then().statusCode(428);
        asAdministrator().header("If-Match", "*").delete(at).then().statusCode(412);
        assertThat(atOnce(
                        4,
                        number -> asAdministrator()
                                .header("If-Match", made.header("ETag"))
                                .body(Map.of("slug", Shelf.fresh()))
                                .patch(at)))
                .containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void aRefusedChangeLeavesNothing() {
        Response taken = make("/", Shelf.fresh());
        int before = folders.all().size();
        long events = log.verify();
        make("/", taken.path("slug")).then().statusCode(409).body("code", equalTo("slug-taken"));
        make("/", "personal").then().statusCode(409).body("code", equalTo("slug-taken"));
        assertThat(folders.all()).hasSize(before);
        assertThat(log.verify()).isEqualTo(events);
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

    private static Response move(String shown, Folder what, String into) {
        return as(shown)
                .header("If-Match", "\"" + what.event() + "\"")
                .body(Map.of("parent", into))
                .post(ADDRESS + "/" + PublicId.FOLDER.of(what.id()) + "/move");
    }

    private Response make(String parent, String slug) {
        return asAdministrator()
                .body(Map.of("parent", parent, "slug", slug, "name", "A name"))
                .post(ADDRESS);
    }

    private static UUID id(Response made) {
        return PublicId.FOLDER.read(made.jsonPath().getString("id")).orElseThrow();
    }

    private synchronized RequestSpecification asAdministrator() {
        if (administrator.isEmpty()) {
            administrator = newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR));
        }
        return as(administrator);
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }
}
