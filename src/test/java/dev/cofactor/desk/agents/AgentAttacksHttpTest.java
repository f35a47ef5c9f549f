// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import static dev.cofactor.desk.agents.Agency.as;
import static dev.cofactor.desk.agents.Agency.at;
import static dev.cofactor.desk.agents.Agency.fetch;
import static dev.cofactor.desk.agents.Agency.knock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.agents.Agency.Acting;
import dev.cofactor.desk.agents.Agency.Principal;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.machines.Depot;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent is never more than the person, never more than itself, and never more than an agent. */
@QuarkusTest
class AgentAttacksHttpTest {
    private static final Map<String, Object> PATIENTLY = Map.of("wait", 40);

    private final Agency agency;
    private final Kiosk kiosk;
    private final Depot depot;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    AgentAttacksHttpTest(
            Agency agency,
            Kiosk kiosk,
            Depot depot,
            Newcomers newcomers,
            Rules rules,
            LogEntries entries,
            WholeLog log) {
        this.agency = agency;
        this.kiosk = kiosk;
        this.depot = depot;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void bothMustBeAllowedAndEitherCanBeDenied() {
        Stand stand = kiosk.stand("shared", 10);
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        String token = agency.acting(agent, anna).token();
        assertThat(code(token, stand)).as("neither").isEqualTo(404);
        UUID hers = rules.allow(anna.id(), stand.secret(), Verb.CODE_FETCH);
        assertThat(code(token, stand)).as("the person alone").isEqualTo(404);
        UUID its = rules.allowAgent(agent, stand.secret(), Verb.CODE_FETCH);
        assertThat(code(token, stand)).as("both").isEqualTo(200);
        LogEntries.Entry released = entries.of(agent, "code-released").getFirst();
        assertThat(released.body().at("/actor/for").asText())
                .isEqualTo(anna.id().toString());
        assertThat(released.body().at("/details/policy")).hasSize(2);
        rules.withdraw(hers);
        assertThat(code(token, stand)).as("the agent alone").isEqualTo(404);
        rules.allow(anna.id(), stand.secret(), Verb.CODE_FETCH);
        UUID deny = rules.denyAgent(agent, stand.secret(), Verb.CODE_FETCH);
        assertThat(code(token, stand)).as("denied to the agent").isEqualTo(404);
        rules.withdraw(deny);
        rules.deny(anna.id(), stand.secret(), Verb.CODE_FETCH);
        assertThat(code(token, stand)).as("denied to the person").isEqualTo(404);
        rules.withdraw(its);
        assertThat(entries.of(agent, "code-released")).hasSize(1);
    }

    /** For one it may what that one may, and for another what that other may. */
    @Test
    void forWhomItActsIsInTheTokenAndNowhereElse() {
        Stand stand = kiosk.stand("shared", 10);
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        Principal bob = agency.principal();
        String annas = agency.acting(agent, anna).token();
        String bobs = agency.acting(agent, bob).token();
        rules.allow(anna.id(), stand.secret(), Verb.CODE_FETCH);
        rules.allowAgent(agent, stand.secret(), Verb.CODE_FETCH);
        assertThat(code(annas, stand)).isEqualTo(200);
        assertThat(code(bobs, stand)).isEqualTo(404);
        assertThat(as(bobs).header("X-On-Behalf-Of", anna.person().accountName())
                        .post("/api/v1/code/" + stand.path())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatOnePersonsHasIsNotAnothers() {
        Stand stand = kiosk.stand("same-actor", 30);
        UUID agent = agency.agent();
        rules.allowAgent(agent, stand.secret(), Verb.CODE_FETCH);
        Principal anna = agency.principal();
        Principal bob = agency.principal();
        rules.allow(anna.id(), stand.secret(), Verb.CODE_FETCH);
        rules.allow(bob.id(), stand.secret(), Verb.CODE_FETCH);
        String annas = agency.acting(agent, anna).token();
        String bobs = agency.acting(agent, bob).token();
        Map<String, Object> keyed = Map.of("wait", 40, "minValidity", 10, "idempotencyKey", "one");
        fetch(annas, stand.path(), keyed).then().statusCode(200);
        Response busy = fetch(bobs, stand.path(), Map.of("wait", 0, "minValidity", 1, "idempotencyKey", "one"));
        busy.then().statusCode(429).body("code", equalTo("busy")).body("heldBy.actor", equalTo(agent.toString()));
        assertThat(busy.asString()).doesNotContain(anna.id().toString());
        assertThat(entries.of(agent, "code-released")).hasSize(1);
    }

    @Test
    void anAgentOfASuspendedPersonIsNobodys() {
        Stand stand = kiosk.stand("shared", 10);
        Acting acting = allowed(stand);
        assertThat(code(acting.token(), stand)).isEqualTo(200);
        newcomers.suspend(newcomers.signedIn(acting.by().person()));
        assertThat(code(acting.token(), stand)).isEqualTo(401);
        assertThat(entries.of(acting.agent(), "code-released")).hasSize(1);
    }

    @Test
    void whatEndsWhileARequestWaitsReleasesNothing() throws InterruptedException {
        Stand stand = kiosk.stand("exclusive", 6);
        Acting acting = allowed(stand);
        Kiosk.Visitor holder = kiosk.fetcher(stand);
        fetch(holder.credential(), stand.path(), Map.of("wait", 40, "minValidity", 4))
                .then()
                .statusCode(200);
        CompletableFuture<Response> answer = Enrolling.begun(() -> fetch(acting.token(), stand.path(), PATIENTLY));
        Thread.sleep(500);
        agency.asAdministrator().delete(at(acting)).then().statusCode(204);
        answer.join().then().statusCode(401);
        assertThat(entries.of(acting.agent(), "code-released")).isEmpty();
        LogEntries.Entry refused = entries.of(acting.agent(), "request-refused").getLast();
        assertThat(refused.body().at("/details/code").asText()).isEqualTo("unauthenticated");
    }

    @Test
    void anAgentMakesNothingAndDecidesNothingWhateverPoliciesSay() {
        UUID agent = agency.agent();
        rules.allowAgentEverything(agent);
        Principal administrator = agency.principal(newcomers.inRole(Role.ADMINISTRATOR));
        Stand stand = kiosk.stand("shared", 10);
        rules.allow(administrator.id(), stand.secret(), Verb.values());
        String token = agency.acting(agent, administrator).token();
        String secret = PublicId.SECRET.of(stand.secret());
        as(token).get("/api/v1/secrets/" + secret).then().statusCode(200);
        assertThat(code(token, stand)).isEqualTo(200);
        makings(agent, secret)
                .forEach((path, body) -> assertThat(posted(token, path, body).statusCode())
                        .as(path)
                        .isEqualTo(403));
        for (String path : List.of(
                "/api/v1/delegations", "/api/v1/audit/events", "/api/v1/services", Agency.AGENTS, "/api/v1/policies")) {
            assertThat(as(token).get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(entries.of(agent, "delegation-changed")).isEmpty();
        assertThat(entries.of(agent, "request-refused")).hasSize(12);
    }

    /** What is made and changed over the API, as one who may would ask for it. */
    private static Map<String, Object> makings(UUID agent, String secret) {
        Map<String, String> named = Map.of("name", "x");
        return Map.of(
                Agency.AGENTS,
                named,
                at(agent),
                Map.of("label", "x", "days", 1),
                "/api/v1/services",
                named,
                "/api/v1/people",
                Map.of("accountName", "x", "name", "x"),
                "/api/v1/groups",
                named,
                "/api/v1/folders",
                Map.of("parent", "/", "slug", "x", "name", "x"),
                "/api/v1/secrets/" + secret + "/seed/stop",
                Map.of());
    }

    private static Response posted(String token, String path, Object body) {
        return as(token).contentType(ContentType.JSON).body(body).post(path);
    }

    @Test
    void aServiceLetsNobodyActForIt() {
        UUID agent = agency.agent();
        String service = depot.service();
        String token = depot.asAdministrator()
                .body(Map.of("label", "x", "days", 1))
                .post(Depot.SERVICES + "/" + service + "/tokens")
                .path("token");
        as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("label", "x", "days", 1))
                .post(at(agent))
                .then()
                .statusCode(403);
        assertThat(entries.of(UUID.fromString(service), "request-refused")).hasSize(1);
    }

    @Test
    void aTokenOfOneKindIsNothingAtTheOtherKindsDoor() {
        Acting acting = agency.acting(agency.agent(), agency.principal());
        String token = acting.token();
        assertThat(knock("cft_" + token.substring(4))).isEqualTo(401);
        assertThat(knock("cfp_" + token.substring(4))).isEqualTo(401);
        assertThat(knock("cfi_" + token.substring(4))).isEqualTo(401);
        assertThat(knock(token.toUpperCase(java.util.Locale.ROOT))).isEqualTo(401);
        assertThat(knock(token.substring(0, token.length() - 1))).isEqualTo(401);
        assertThat(knock(token + "0")).isEqualTo(401);
        assertThat(knock(acting.delegation())).isEqualTo(401);
        as(token).redirects().follow(false).get("/secrets").then().statusCode(303);
    }

    @Test
    void overByASecondIsOver() {
        Response given = agency.delegate(agency.agent(), agency.principal(), Map.of("label", "x", "days", 90));
        String token = given.path("token");
        Instant until = Instant.parse(given.path("about.until"));
        Duration left = Duration.between(new Clocks().instant(), until);
        Clocks.goOn(left.minusSeconds(30));
        try {
            assertThat(knock(token)).isEqualTo(404);
            Clocks.goOn(Duration.ofSeconds(31));
            assertThat(knock(token)).isEqualTo(401);
        } finally {
            Clocks.goOn(left.plusSeconds(1).negated());
        }
    }

    @Test
    void shownFromElsewhereItIsNobodysAndTheLogNamesTheDelegation() {
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        Response elsewhere =
                agency.delegate(agent, anna, Map.of("label", "x", "days", 1, "ranges", List.of("203.0.113.0/24")));
        assertThat(as(elsewhere.path("token"))
                        .header("X-Forwarded-For", "203.0.113.7")
                        .post("/api/v1/code/no/such")
                        .statusCode())
                .isEqualTo(401);
        LogEntries.Entry refused = entries.of(agent, "request-refused").getFirst();
        assertThat(refused.body().at("/details/other").asText()).isEqualTo(elsewhere.path("about.id"));
        assertThat(refused.body().at("/actor/for").asText()).isEqualTo(anna.id().toString());
        Response within = agency.delegate(
                agent, anna, Map.of("label", "x", "days", 90, "ranges", List.of("::ffff:127.0.0.0/104")));
        assertThat(knock(within.path("token"))).isEqualTo(404);
    }

    /** An agent that may fetch, for somebody who may too. */
    private Acting allowed(Stand stand) {
        UUID agent = agency.agent();
        Principal anna = agency.principal();
        rules.allowAgent(agent, stand.secret(), Verb.CODE_FETCH);
        rules.allow(anna.id(), stand.secret(), Verb.CODE_FETCH);
        return agency.acting(agent, anna);
    }

    private static int code(String token, Stand stand) {
        return fetch(token, stand.path(), Map.of("wait", 40)).statusCode();
    }
}
