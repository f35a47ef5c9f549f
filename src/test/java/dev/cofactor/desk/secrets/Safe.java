// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Secrets over HTTP, for tests. */
@Singleton
class Safe {
    static final String ADDRESS = "/api/v1/secrets";
    static final String LOGIN = "Generic web login";
    static final String USER = "somebody@example.org";

    private final Standing administrator;

    Safe(Newcomers newcomers) {
        administrator = newcomers.standing(Role.ADMINISTRATOR);
    }

    /** A login of an administrator's making. */
    Response login(Folder folder, String slug, String password) {
        return make(asAdministrator(), folder.path(), slug, password);
    }

    static Response make(RequestSpecification as, String folder, String slug, String password) {
        return as.body(Map.of(
                        "template", LOGIN,
                        "folder", folder,
                        "slug", slug,
                        "name", "A login",
                        "fields", Map.of("User name", USER, "Password", password)))
                .post(ADDRESS);
    }

    static Response setPassword(RequestSpecification as, String at, String etag, String password) {
        return as.header("If-Match", etag)
                .body(Map.of("fields", Map.of("Password", password)))
                .patch(at);
    }

    static Response reveal(RequestSpecification as, String at) {
        return as.post(at + "/fields/Password/reveal");
    }

    static String fresh() {
        return Shelf.fresh();
    }

    static UUID id(Response made) {
        return PublicId.SECRET.read(made.jsonPath().getString("id")).orElseThrow();
    }

    static List<Integer> atOnce(int number, IntFunction<Response> ask) {
        return IntStream.range(0, number)
                .mapToObj(one ->
                        CompletableFuture.supplyAsync(() -> ask.apply(one).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    RequestSpecification asAdministrator() {
        return as(administratorsCredential());
    }

    String administratorsCredential() {
        return administrator.credential();
    }

    static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }
}
