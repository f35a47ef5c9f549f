// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.folders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no folder is called, and where none is. */
@QuarkusTest
class FolderNamesHttpTest {
    private static final String ADDRESS = "/api/v1/folders";
    private static final String MARK = "zq7marker";

    private final Newcomers newcomers;
    private final Shelf shelf;
    private String credential = "";

    FolderNamesHttpTest(Newcomers newcomers, Shelf shelf) {
        this.newcomers = newcomers;
        this.shelf = shelf;
    }

    @Test
    void strangersReadAndChangeNothing() {
        given().get(ADDRESS).then().statusCode(401);
        given().contentType(ContentType.JSON).body("{}").post(ADDRESS).then().statusCode(401);
        given().post(ADDRESS + "/personal").then().statusCode(401);
        given().delete(ADDRESS + "/fld_01jbct0000e008000000000000").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "%2e%2e",
                "zq7marker/..",
                "ZQ7marker",
                "-zq7marker",
                "zq7marker\u0000",
                "\u202ezq7marker",
                "zq7marker ",
                "sec_01jbct0000e008000000000000",
                "tpl_01jbct0000e008000000000000"
            })
    void aHostileSlugIsRefusedAndNotRepeated(String slug) {
        String answer = asAdministrator()
                .body(Map.of("parent", "/", "slug", slug, "name", "A"))
                .post(ADDRESS)
                .then()
                .statusCode(400)
                .body("code", equalTo("slug-invalid"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(MARK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "zq7marker\u0000", "\u202ezq7marker", "zq7marker\nb", "\u2066zq7marker"})
    void aHostileNameIsRefusedAndNotRepeated(String name) {
        String answer = asAdministrator()
                .body(Map.of("parent", "/", "slug", Shelf.fresh(), "name", name))
                .post(ADDRESS)
                .then()
                .statusCode(400)
                .body("code", equalTo("name-invalid"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zq7marker",
                "/zq7marker",
                "a//b",
                "..",
                "../..",
                "%2e%2e",
                "A",
                "a/a/a/a/a/a/a/a/a/a/a",
                "\u0000"
            })
    void nothingIsPutWhereNoFolderIs(String parent) {
        String answer = asAdministrator()
                .body(Map.of("parent", parent, "slug", "a", "name", "A"))
                .post(ADDRESS)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(answer).doesNotContain(MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"slug\": \"a\", \"name\": \"A\"}",
                "{\"parent\": \"/\", \"slug\": null, \"name\": \"A\"}",
                "{\"parent\": \"/\", \"slug\": \"a\", \"name\": \"A\", \"zq7marker\": 1}",
                "{\"parent\": \"/\", \"parent\": \"zq7marker\", \"slug\": \"a\", \"name\": \"A\"}"
            })
    void whatIsNoFolderIsRefusedAndNotRepeated(String body) {
        String answer = asAdministrator()
                .body(body)
                .post(ADDRESS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertThat(answer).doesNotContain(MARK);
    }

    @Test
    void aTenthLevelIsTooDeep() {
        Folder deep = shelf.folder();
        for (int depth = 2; depth <= 9; depth++) {
            deep = shelf.folder(deep, "d");
        }
        asAdministrator()
                .body(Map.of("parent", deep.path(), "slug", "d", "name", "D"))
                .post(ADDRESS)
                .then()
                .statusCode(409)
                .body("code", equalTo("too-deep"));
    }

    private synchronized RequestSpecification asAdministrator() {
        if (credential.isEmpty()) {
            credential = newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR));
        }
        return given().header("Authorization", "Bearer " + credential).contentType(ContentType.JSON);
    }
}
