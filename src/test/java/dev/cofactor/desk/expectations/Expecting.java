// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A policy author who writes down what is expected, and takes it away again: others save policies in the same database. */
@Singleton
class Expecting {
    static final String POLICIES = "/api/v1/policies";
    static final String AT = POLICIES + "/expectations";

    private final Standing author;
    private final List<String> added = new ArrayList<>();

    Expecting(Newcomers newcomers) {
        author = newcomers.standing(Role.POLICY_AUTHOR);
    }

    UUID id() {
        return author.id();
    }

    RequestSpecification asks() {
        return as(author.credential());
    }

    static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential).contentType(ContentType.JSON);
    }

    Response adds(Object expectation) {
        Response answer = asks().body(expectation).post(AT);
        if (answer.statusCode() == 201) {
            added.add(answer.path("id"));
        }
        return answer;
    }

    String added(Object expectation) {
        return adds(expectation).then().statusCode(201).extract().path("id");
    }

    Response saves(Object policy) {
        String seen = asks().get(POLICIES).header("ETag");
        return asks().header("If-Match", seen).body(policy).post(POLICIES);
    }

    Response withdraws(String policy) {
        String seen = asks().get(POLICIES).header("ETag");
        return asks().header("If-Match", seen).delete(POLICIES + "/" + policy);
    }

    Response removes(String id) {
        String seen = asks().get(AT + "/" + id).header("ETag");
        return asks().header("If-Match", seen).delete(AT + "/" + id);
    }

    void tidyUp() {
        added.stream()
                .filter(id -> asks().get(AT + "/" + id).statusCode() == 200)
                .forEach(id -> removes(id).then().statusCode(204));
        added.clear();
    }

    /** That this group never fetches anything below this folder. */
    static Map<String, Object> never(String name, UUID group, UUID folder, String... without) {
        return Map.of(
                "kind", "invariant",
                "name", name,
                "never", List.of("code.fetch"),
                "to", List.of(Map.of("kind", "group", "id", group.toString())),
                "on", List.of(Map.of("kind", "folder", "id", folder.toString())),
                "without", List.of(without));
    }

    /** That this person is answered so, on a Monday morning. */
    static Map<String, Object> test(String name, UUID person, UUID secret, String answer) {
        return Map.of(
                "kind", "test",
                "name", name,
                "as", Map.of("kind", "person", "id", person.toString()),
                "when", Map.of("time", "2026-12-07T09:00", "zone", "Europe/Berlin"),
                "do", "code.fetch",
                "on", Map.of("kind", "secret", "id", secret.toString()),
                "expect", Map.of("answer", answer));
    }

    static Map<String, Object> fetching(UUID group, UUID folder) {
        return Map.of(
                "name", "A test's",
                "effect", "allow",
                "actions", List.of("code.fetch"),
                "to", List.of(Map.of("kind", "group", "id", group.toString())),
                "on", List.of(Map.of("kind", "folder", "id", folder.toString())));
    }
}
