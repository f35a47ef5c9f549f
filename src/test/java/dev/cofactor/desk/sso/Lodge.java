// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** People who are linked, and the administrator who looks after that. */
@Singleton
class Lodge {
    static final String GROUPS = "/api/v1/sso/groups";
    static final String LINKS = "/api/v1/sso/links/";

    private final Newcomers newcomers;
    private final Seconds seconds;
    private final LinkRows links;
    private final ArrivalRows arrivals;
    private final Standing administrator;

    Lodge(Newcomers newcomers, Seconds seconds, LinkRows links, ArrivalRows arrivals) {
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.links = links;
        this.arrivals = arrivals;
        this.administrator = newcomers.standing(Role.ADMINISTRATOR);
    }

    /** Somebody linked. */
    record Linked(Person person, String subject) {
        UUID id() {
            return person.id();
        }
    }

    Linked linked(FakeProvider provider) {
        return linked(provider, newcomers.settled());
    }

    Linked linked(FakeProvider provider, Person person) {
        String subject = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> links.add(provider.issuer(), subject, person.id(), Instant.now()));
        return new Linked(person, subject);
    }

    /** The one that the provider opened last. */
    UUID sessionOf(Linked linked) {
        return QuarkusTransaction.requiringNew()
                .call(() -> arrivals.ofPerson(linked.id()).getLast());
    }

    /** The token of a link that was given out. */
    JsonPath invite() {
        return ask().body(Map.of("accountName", Shelf.fresh(), "name", "A guest"))
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static String token(JsonPath invited) {
        String link = invited.getString("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** Where the group may what an administrator may not, somebody else agrees. */
    String map(String claim, UUID group) {
        Response answer =
                ask().body(Map.of("claim", claim, "group", group.toString())).post(GROUPS);
        if (answer.statusCode() != 202) {
            return answer.then().statusCode(201).extract().path("id");
        }
        seconds.confirm(answer);
        return ask().get(GROUPS)
                .jsonPath()
                .param("claim", claim)
                .param("group", group.toString())
                .getString("groups.find { it.claim == claim && it.group == group }.id");
    }

    RequestSpecification ask() {
        return given().header("Authorization", "Bearer " + administrator.credential())
                .contentType(ContentType.JSON);
    }
}
