// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an administrator sits who invites people and makes groups. */
@Singleton
class Reception {
    static final String PEOPLE = "/api/v1/people";
    static final String GROUPS = "/api/v1/groups";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Standing administrator;

    Reception(Newcomers newcomers) {
        administrator = newcomers.standing(Role.ADMINISTRATOR);
    }

    /**
     * Somebody who was sent a link.
     *
     * @param path of the link, without its host
     */
    record Guest(String id, String accountName, String link, String path) {
        UUID person() {
            return UUID.fromString(id);
        }

        String token() {
            return path.substring(Activation.PATH.length());
        }
    }

    Guest guest() {
        return guest(ask().body(Map.of("accountName", "guest" + COUNT.incrementAndGet(), "name", "Anna <Berg>"))
                .post(PEOPLE)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath());
    }

    Guest guest(JsonPath invited) {
        String link = invited.getString("link");
        return new Guest(
                invited.getString("person.id"),
                invited.getString("person.accountName"),
                link,
                link.substring("https://cofactor.test".length()));
    }

    String group(String name) {
        return ask().body(Map.of("name", name))
                .post(GROUPS)
                .then()
                .statusCode(201)
                .extract()
                .path("group.id");
    }

    RequestSpecification ask() {
        return as(administrator.credential());
    }

    UUID administrator() {
        return administrator.id();
    }

    static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }
}
