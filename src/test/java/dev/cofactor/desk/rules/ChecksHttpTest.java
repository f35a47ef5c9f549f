// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static dev.cofactor.desk.rules.Author.named;
import static dev.cofactor.desk.rules.Author.of;
import static dev.cofactor.desk.rules.Author.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No way to save leads around the checks. */
@QuarkusTest
class ChecksHttpTest {
    private static final AtomicReference<UUID> REFUSED = new AtomicReference<>(new UUID(0, 0));

    private final Newcomers newcomers;
    private final Shelf shelf;

    @SuppressWarnings("NullAway.Init")
    private dev.cofactor.fixtures.Standing author;

    ChecksHttpTest(Newcomers newcomers, Shelf shelf) {
        this.newcomers = newcomers;
        this.shelf = shelf;
    }

    /** Lets everybody save but one, and him never. */
    @ApplicationScoped
    static class Picky implements SaveCheck {
        @Override
        public Details check(Caller author, Edition from, PolicySet next) {
            if (author.actor().id().equals(REFUSED.get())) {
                throw new Problem(Problem.Kind.CONFLICT, "picky", "not by this one");
            }
            return Details.none();
        }
    }

    @AfterEach
    void nobodyIsRefusedAnyMore() {
        REFUSED.set(new UUID(0, 0));
    }

    @Test
    void everyWayToSavePassesEveryCheck() {
        author = newcomers.standing(Role.POLICY_AUTHOR);
        Map<String, Object> policy = policy(
                "allow",
                of("code.fetch"),
                of(named("group", newcomers.group())),
                of(named("folder", shelf.folder().id())));
        String one = POLICIES + "/"
                + edits().body(policy)
                        .post(POLICIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("policy.id");
        String with = Author.as(author.credential()).get(POLICIES + "/document").asString();
        edits().delete(one).then().statusCode(200);
        String without =
                Author.as(author.credential()).get(POLICIES + "/document").asString();
        edits().body(with).put(POLICIES + "/document").then().statusCode(200);

        REFUSED.set(author.id());
        String before = etag();
        List<Supplier<Response>> ways = List.of(
                () -> edits().body(policy).post(POLICIES),
                () -> edits().body(policy(
                                "deny",
                                of("code.fetch"),
                                List.of(Author.kind("anyone")),
                                of(named("folder", shelf.folder().id()))))
                        .put(one),
                () -> edits().body(Map.of("state", "draft")).put(one + "/state"),
                () -> edits().post(one + "/clone"),
                () -> edits().delete(one),
                () -> edits().body(without).put(POLICIES + "/document"),
                () -> edits().body(without).queryParam("dry-run", true).put(POLICIES + "/document"),
                () -> edits().body(Map.of("chosen", Map.of())).post(POLICIES + "/starters/owners-told"));
        ways.forEach(way -> way.get().then().statusCode(409).body("code", equalTo("picky")));
        assertThat(etag()).isEqualTo(before);
    }

    private RequestSpecification edits() {
        return Author.as(author.credential()).header("If-Match", etag());
    }

    private String etag() {
        return Author.as(author.credential()).get(POLICIES).header("ETag");
    }
}
