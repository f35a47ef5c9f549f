// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.approvals.Deciding;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.fixtures.TestIssuer;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One yes for one run of a script: so many codes in so much time, each through the gate and on record by itself. */
@QuarkusTest
@TestProfile(Loopback.class)
class RunsHttpTest {
    private static final Signer SIGNER = Signer.curve("k1");
    private static final int USES = 3;

    private final Foundry foundry;
    private final Kiosk kiosk;
    private final Rules rules;
    private final Newcomers newcomers;
    private final Deciding deciding;
    private final EntityManager entities;
    private final LogEntries entries;
    private final WholeLog log;
    private final Clocks clock = new Clocks();
    private TestIssuer issuer = new TestIssuer();

    RunsHttpTest(
            Foundry foundry,
            Kiosk kiosk,
            Rules rules,
            Newcomers newcomers,
            Deciding deciding,
            EntityManager entities,
            LogEntries entries,
            WholeLog log) {
        this.foundry = foundry;
        this.kiosk = kiosk;
        this.rules = rules;
        this.newcomers = newcomers;
        this.deciding = deciding;
        this.entities = entities;
        this.entries = entries;
        this.log = log;
    }

    @BeforeEach
    void anIssuer() {
        issuer.close();
        issuer = new TestIssuer(SIGNER);
    }

    @AfterEach
    void theWholeLogIsRight() {
        issuer.close();
        assertThat(log.verify()).isPositive();
    }

    private record Press(UUID service, Stand stand, Person approver) {}

    /** A service that may fetch what the next counter gives, once somebody has approved it. */
    private Press press(String preset, Map<String, String> conditions) {
        Stand stand = kiosk.counting();
        UUID service = foundry.service();
        Person approver = newcomers.inRole(Role.APPROVER);
        Need.Approval need = new Need.Approval(
                1,
                Set.of(new Approver.Person(approver.id())),
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                USES,
                false);
        rules.add(
                Policy.Effect.ALLOW,
                new Subject.Service(service),
                stand.secret(),
                new Clauses(Set.of(), Set.of(need), Set.of(), Set.of()),
                Verb.CODE_FETCH);
        foundry.federation(service, preset, issuer, conditions);
        return new Press(service, stand, approver);
    }

    private String run(String id) {
        Map<String, Object> claims = Jobs.github(issuer.name(), clock.instant());
        claims.put("run_id", id);
        claims.put("jti", UUID.randomUUID().toString());
        return SIGNER.token(claims);
    }

    private static Response fetch(String bearer, Press press, Map<String, Object> how) {
        return Foundry.as(bearer)
                .accept(ContentType.JSON)
                .contentType(ContentType.JSON)
                .body(how)
                .post("/api/v1/code/" + press.stand.path());
    }

    private static int counter(Response answer) {
        return answer.then().statusCode(200).extract().path("counter");
    }

    private static String asked(String bearer, Press press) {
        return fetch(bearer, press, Map.of("wait", 0))
                .then()
                .statusCode(403)
                .body("code", equalTo("approval-required"))
                .extract()
                .path("request");
    }

    private void approve(Press press, String request) {
        deciding.approve(newcomers.signedIn(press.approver), PublicId.REQUEST.read(request), Deciding.Lesser.ALL);
    }

    @Test
    void oneYesIsGoodForAllCodesOfOneRunAndForNoOther() {
        Press press = press("github", Jobs.OF_GITHUB);
        String request = asked(run("1001"), press);
        approve(press, request);
        Set<Integer> counters = new HashSet<>();
        for (int i = 0; i < USES; i++) {
            String other = run("1002");
            fetch(other, press, Map.of("wait", 0, "request", request)).then().statusCode(403);
            counters.add(counter(fetch(run("1001"), press, Map.of("wait", 0))));
        }
        assertThat(counters).hasSize(USES);
        fetch(run("1001"), press, Map.of("wait", 0)).then().statusCode(403);
        assertThat(entries.about(press.stand.secret(), "code-released"))
                .hasSize(USES)
                .allMatch(entry -> entry.outcome().equals("done")
                        && !entry.body().at("/details/grant").asText().isEmpty());
    }

    @Test
    void everyRunAsksForItself() {
        Press press = press("github", Jobs.OF_GITHUB);
        String first = asked(run("2001"), press);
        String second = asked(run("2002"), press);
        assertThat(second).isNotEqualTo(first);
        fetch(run("2001"), press, Map.of("wait", 0))
                .then()
                .statusCode(403)
                .body("code", equalTo("approval-pending"))
                .body("request", equalTo(first));
        approve(press, second);
        fetch(run("2001"), press, Map.of("wait", 0)).then().statusCode(403).body("code", equalTo("approval-pending"));
        fetch(run("2002"), press, Map.of("wait", 0)).then().statusCode(200);
        Foundry.as(newcomers.credential(press.approver))
                .get("/api/v1/requests?which=waiting")
                .then()
                .body("requests.find { it.id == '" + first + "' }.run", endsWith("/2001.2"));
    }

    @Test
    void whatARunWasGivenTheTokensOfItsServiceDoNotUse() {
        Press press = press("github", Jobs.OF_GITHUB);
        approve(press, asked(run("3001"), press));
        String token = foundry.agreed(() -> foundry.asAdministrator()
                        .body(Map.of("label", "one", "days", 1))
                        .post("/api/v1/services/" + press.service + "/tokens"))
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        fetch(token, press, Map.of("wait", 0)).then().statusCode(403).body("code", equalTo("approval-required"));
        fetch(run("3001"), press, Map.of("wait", 0)).then().statusCode(200);
    }

    @Test
    void theSameKeyOfAnotherRunShowsItNothing() {
        Press press = press("github", Jobs.OF_GITHUB);
        approve(press, asked(run("4001"), press));
        Map<String, Object> keyed = Map.of("wait", 0, "idempotencyKey", "publish-one");
        int counter = counter(fetch(run("4001"), press, keyed));
        fetch(run("4002"), press, keyed).then().statusCode(403);
        assertThat(counter(fetch(run("4001"), press, keyed))).isEqualTo(counter);
        assertThat(entries.about(press.stand.secret(), "code-released")).hasSize(2);
    }

    @Test
    void anotherAttemptOfARunIsAnotherRun() {
        Press press = press("github", Jobs.OF_GITHUB);
        approve(press, asked(run("5001"), press));
        Map<String, Object> again = Jobs.github(issuer.name(), clock.instant());
        again.put("run_id", "5001");
        again.put("run_attempt", "3");
        fetch(SIGNER.token(again), press, Map.of("wait", 0)).then().statusCode(403);
    }

    @Test
    void whatARunHasNotUsedEndsWithItsTime() {
        Press press = press("github", Jobs.OF_GITHUB);
        String request = asked(run("6001"), press);
        approve(press, request);
        fetch(run("6001"), press, Map.of("wait", 0)).then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update access_grant set ends = clock_timestamp() where request = :request")
                        .setParameter("request", PublicId.REQUEST.read(request).orElseThrow())
                        .executeUpdate());
        fetch(run("6001"), press, Map.of("wait", 0, "request", request))
                .then()
                .statusCode(403)
                .body("code", equalTo("approval-expired"));
        assertThat(entries.about(press.stand.secret(), "code-released")).hasSize(1);
    }

    @Test
    void jobsOfAnotherKindAreToldApartByWhatTheirIssuerCallsThem() {
        Press press = press("gitlab", Jobs.OF_GITLAB);
        approve(press, asked(job("302"), press));
        fetch(job("303"), press, Map.of("wait", 0)).then().statusCode(403);
        fetch(job("302"), press, Map.of("wait", 0)).then().statusCode(200);
    }

    private String job(String id) {
        Map<String, Object> claims = Jobs.gitlab(issuer.name(), clock.instant());
        claims.put("job_id", id);
        return SIGNER.token(claims);
    }
}
