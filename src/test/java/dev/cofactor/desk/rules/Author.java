// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who edits policies, as programs do it. */
@Singleton
class Author {
    static final String POLICIES = "/api/v1/policies";

    private final Standing author;

    Author(Newcomers newcomers) {
        author = newcomers.standing(Role.POLICY_AUTHOR);
    }

    UUID id() {
        return author.id();
    }

    RequestSpecification asks() {
        return as(author.credential());
    }

    String credential() {
        return author.credential();
    }

    static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential).contentType(ContentType.JSON);
    }

    String etag() {
        return asks().get(POLICIES).header("ETag");
    }

    long edition() {
        return asks().get(POLICIES).jsonPath().getLong("edition");
    }

    RequestSpecification edits() {
        return asks().header("If-Match", etag());
    }

    Response adds(Object policy) {
        return edits().body(policy).post(POLICIES);
    }

    /** @return the policy's id */
    String added(Object policy) {
        return adds(policy).then().statusCode(201).extract().path("policy.id");
    }

    Response replaces(String policy, Object by) {
        return edits().body(by).put(POLICIES + "/" + policy);
    }

    Response withdraws(String policy) {
        return edits().delete(POLICIES + "/" + policy);
    }

    static Map<String, Object> policy(String effect, List<?> actions, List<?> to, List<?> on) {
        return Map.of("name", "A test's", "effect", effect, "actions", actions, "to", to, "on", on);
    }

    static Map<String, String> named(String kind, Object id) {
        return Map.of("kind", kind, "id", id.toString());
    }

    static Map<String, String> kind(String kind) {
        return Map.of("kind", kind);
    }

    static List<Object> of(Object... some) {
        return Arrays.asList(some);
    }
}
