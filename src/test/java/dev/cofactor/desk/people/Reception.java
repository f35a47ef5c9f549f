// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
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

    private final Newcomers newcomers;
    private String credential = "";
    private UUID administrator = new UUID(0, 0);

    Reception(Newcomers newcomers) {
        this.newcomers = newcomers;
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
        settle();
        return as(credential);
    }

    UUID administrator() {
        settle();
        return administrator;
    }

    static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }

    private void settle() {
        if (credential.isEmpty()) {
            Person person = newcomers.inRole(Role.ADMINISTRATOR);
            administrator = person.id();
            credential = newcomers.credential(person);
        }
    }
}
