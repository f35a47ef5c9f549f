// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.ADDRESS;
import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for secrets: what is found, by whom, and page by page. */
@QuarkusTest
class SearchHttpTest {
    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final CatalogueEdits edits;

    SearchHttpTest(Safe safe, Shelf shelf, Rules rules, Newcomers newcomers, CatalogueEdits edits) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.edits = edits;
    }

    @Test
    void whatIsSealedIsNeverFoundByWhatItSays() {
        Folder folder = shelf.folder();
        String word = "sealed-" + fresh();
        Response made = safe.login(folder, fresh(), word);
        assertThat(found(safe.asAdministrator(), word)).isEmpty();
        assertThat(found(safe.asAdministrator(), word.substring(2, 9))).doesNotContain(made.<String>path("id"));
        Safe.setPassword(safe.asAdministrator(), made.header("Location"), made.header("ETag"), word + "2");
        assertThat(found(safe.asAdministrator(), word)).isEmpty();
        Response open = login(folder, word);
        assertThat(found(safe.asAdministrator(), word)).containsExactly(open.<String>path("id"));
    }

    @Test
    void whatIsNotSeenIsNotFoundAndWhatIsNotReadDoesNotHelp() {
        String word = "open-" + fresh();
        Response seen = login(shelf.folder(), word + "-a");
        Response known = login(shelf.folder(), word + "-b");
        login(shelf.folder(), word + "-c");
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        assertThat(found(as(shown), word)).isEmpty();
        rules.allow(person.id(), id(seen), Verb.SECRET_LIST, Verb.SECRET_READ_META);
        rules.allow(person.id(), id(known), Verb.SECRET_LIST);
        assertThat(found(as(shown), word)).containsExactly(seen.<String>path("id"));
        assertThat(found(as(shown), known.path("slug"))).containsExactly(known.<String>path("id"));
        assertThat(as(shown).get(ADDRESS).jsonPath().<String>getList("secrets.id"))
                .containsExactlyInAnyOrder(seen.path("id"), known.path("id"));
        assertThat(as(shown).queryParam("q", word).get(ADDRESS).asString()).doesNotContain(known.<String>path("slug"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "_", "'", "\"", "\\", ".*", "[a-z]", "$1", "'; --", "{0}", "&amp;", "+", "a%b", "(", "^", "\u00df"
            })
    void whatIsLookedForIsTextAndNoPattern(String text) {
        Folder folder = shelf.folder();
        Response plain = login(folder, "nothing of it");
        Response with = login(folder, "u" + text + "v");
        RequestSpecification asked =
                safe.asAdministrator().queryParam("folder", folder.path()).queryParam("q", text);
        assertThat(asked.get(ADDRESS).jsonPath().<String>getList("secrets.id"))
                .containsExactly(with.<String>path("id"))
                .doesNotContain(plain.<String>path("id"));
    }

    @Test
    void pagesGoOnWhereTheLastEndedWhateverIsMadeRenamedOrDeletedMeanwhile() {
        Folder folder = shelf.folder();
        List<Response> made =
                Stream.generate(() -> safe.login(folder, fresh(), "p")).limit(7).toList();
        List<String> seen = new ArrayList<>();
        Response first = page(folder, null);
        seen.addAll(ids(first));
        Response late = safe.login(folder, "a-" + fresh(), "p");
        safe.asAdministrator()
                .header("If-Match", made.getFirst().header("ETag"))
                .body(Map.of("slug", "zzz", "name", "Zzz"))
                .patch(made.getFirst().header("Location"))
                .then()
                .statusCode(200);
        safe.asAdministrator()
                .header("If-Match", made.get(2).header("ETag"))
                .delete(made.get(2).header("Location"))
                .then()
                .statusCode(200);
        String next = first.path("next");
        while (next != null) {
            Response page = page(folder, next);
            seen.addAll(ids(page));
            next = page.path("next");
        }
        List<String> all =
                new ArrayList<>(made.stream().map(one -> one.<String>path("id")).toList());
        all.add(late.path("id"));
        assertThat(seen).containsExactlyElementsOf(all);
    }

    private Response page(Folder folder, @org.jspecify.annotations.Nullable String after) {
        RequestSpecification asked =
                safe.asAdministrator().queryParam("folder", folder.path()).queryParam("limit", 3);
        Response page = (after == null ? asked : asked.queryParam("after", after)).get(ADDRESS);
        assertThat(ids(page)).hasSizeLessThanOrEqualTo(3);
        return page;
    }

    @Test
    void ofManyHundredAllAreFoundOnceAndTheOneThatIsSeenIsFoundAmongThem() {
        Folder folder = shelf.folder();
        List<UUID> many = many(folder);
        Set<String> found = new HashSet<>();
        String next = null;
        int pages = 0;
        do {
            RequestSpecification asked =
                    safe.asAdministrator().queryParam("folder", folder.path()).queryParam("limit", 200);
            Response page = (next == null ? asked : asked.queryParam("after", next)).get(ADDRESS);
            ids(page).forEach(one -> assertThat(found.add(one)).isTrue());
            next = page.path("next");
            pages++;
        } while (next != null);
        assertThat(found).hasSize(many.size());
        assertThat(pages).isEqualTo(6);
        UUID last = many.stream()
                .map(PublicId.SECRET::of)
                .sorted()
                .reduce((one, other) -> other)
                .flatMap(PublicId.SECRET::read)
                .orElseThrow();
        Person person = newcomers.settled();
        rules.allow(person.id(), last, Verb.SECRET_LIST);
        as(newcomers.credential(person))
                .queryParam("q", "ONE OF")
                .queryParam("limit", 1)
                .get(ADDRESS)
                .then()
                .statusCode(200)
                .body("secrets.id", equalTo(List.of(PublicId.SECRET.of(last))));
    }

    private List<UUID> many(Folder folder) {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(1_101).toList();
        shelf.change(new Moves(false, Set.copyOf(many)), at -> {
            for (UUID one : many) {
                edits.add(
                        new CatalogueEdits.NewSecret(
                                one,
                                folder.id(),
                                new Slug(fresh()),
                                new DisplayName("One of many: " + UUID.randomUUID()),
                                Description.NONE,
                                Shelf.OTP_ONLY,
                                1),
                        at);
            }
            return folder;
        });
        return many;
    }

    @Test
    void aPageAndAQuestionHaveTheirBounds() {
        for (String limit : List.of("0", "-1", "201", "500", "501", "1e2", "zq7marker", "99999999999")) {
            Response refused = safe.asAdministrator().queryParam("limit", limit).get(ADDRESS);
            refused.then().statusCode(400).body("code", equalTo("secret-invalid"));
            assertThat(refused.asString()).doesNotContain("zq7marker");
        }
        safe.asAdministrator().queryParam("limit", "200").get(ADDRESS).then().statusCode(200);
        safe.asAdministrator()
                .queryParam("q", "x".repeat(200))
                .get(ADDRESS)
                .then()
                .statusCode(200);
        safe.asAdministrator()
                .queryParam("q", "x".repeat(201))
                .get(ADDRESS)
                .then()
                .statusCode(400);
    }

    @Test
    void aQuestionOfTenMegabytesIsRefusedUnread() throws IOException {
        byte[] part = "x".repeat(1 << 16).getBytes(US_ASCII);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + ADDRESS + "?q=").getBytes(US_ASCII));
            try {
                for (int sent = 0; sent < 10 << 20; sent += part.length) {
                    out.write(part);
                }
                out.write(" HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            } catch (SocketException hungUp) {
                return; // it did not wait for the rest
            }
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 414".length());
            assertThat(new String(status, US_ASCII)).isIn("", "HTTP/1.1 414", "HTTP/1.1 400");
        }
        safe.asAdministrator().queryParam("limit", "1").get(ADDRESS).then().statusCode(200);
    }

    private Response login(Folder folder, String user) {
        Response made = safe.asAdministrator()
                .body(Map.of(
                        "template", Safe.LOGIN,
                        "folder", folder.path(),
                        "slug", fresh(),
                        "name", "A login",
                        "fields", Map.of("User name", user, "Password", "p")))
                .post(ADDRESS);
        made.then().statusCode(201);
        return made;
    }

    private static List<String> found(RequestSpecification who, String text) {
        return ids(who.queryParam("q", text).get(ADDRESS));
    }

    private static List<String> ids(Response page) {
        page.then().statusCode(200);
        return page.jsonPath().getList("secrets.id");
    }
}
