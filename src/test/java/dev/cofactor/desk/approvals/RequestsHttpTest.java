// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking, as programs do it: by fetching, or outright. */
@QuarkusTest
class RequestsHttpTest {
    private static final String AT = "/api/v1/requests";
    private static final String WHY = "the deployment of a-canary-tonight";

    private final Scene scene;
    private final Kiosk kiosk;
    private final Deciding deciding;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    RequestsHttpTest(
            Scene scene, Kiosk kiosk, Deciding deciding, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.scene = scene;
        this.kiosk = kiosk;
        this.deciding = deciding;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private record Counter(Stand stand, Person asker, String asks, Person approver, String approves) {}

    private Counter counter() {
        Stand stand = kiosk.stand("shared", 5);
        Person asker = newcomers.settled();
        Person approver = scene.approver();
        scene.allow(
                new Subject.Person(asker.id()),
                stand.secret(),
                Scene.by(1, new Approver.Person(approver.id())),
                new Need.Reason(10),
                new Need.BreakGlass(20, Duration.ofMinutes(5), 1));
        return counter(stand, asker, approver);
    }

    /** The glass is a way of its own. */
    private Counter simple() {
        Stand stand = kiosk.stand("shared", 5);
        Person asker = newcomers.settled();
        Person approver = scene.approver();
        scene.allow(
                new Subject.Person(asker.id()),
                stand.secret(),
                Scene.by(1, new Approver.Person(approver.id())),
                new Need.Reason(10));
        scene.allow(new Subject.Person(asker.id()), stand.secret(), new Need.BreakGlass(20, Duration.ofMinutes(5), 1));
        return counter(stand, asker, approver);
    }

    private Counter counter(Stand stand, Person asker, Person approver) {
        return new Counter(stand, asker, newcomers.credential(asker), approver, newcomers.credential(approver));
    }

    @Test
    void aFetchAsksAndGoesOnWithItsRequestOnceSomebodySaidYes() throws InterruptedException {
        Counter at = simple();
        JsonPath refused = fetch(at, Map.of("reason", WHY, "wait", 0), 403);
        assertThat(refused.getString("code")).isEqualTo("approval-required");
        String request = refused.getString("request");
        assertThat(refused.getString("url")).isEqualTo("https://cofactor.test/approvals/" + request);
        assertThat(refused.prettify()).doesNotContain("canary");
        assertThat(fetch(at, Map.of("reason", WHY, "wait", 0), 403).getString("request"))
                .isEqualTo(request);
        Map<String, Object> going = Map.of("request", request); // and waits for a step, if need be
        assertThat(fetch(at, Map.of("reason", WHY, "request", request, "wait", 0), 403)
                        .getString("code"))
                .isEqualTo("approval-pending");
        deciding.approve(scene.signedIn(at.approver), PublicId.REQUEST.read(request), Deciding.Lesser.ONCE);
        assertThat(fetch(at, going, 200).getString("code")).matches("[0-9]{6}");
        Thread.sleep(at.stand.parameters().period() * 1000L); // within its step he sees again what he has had
        assertThat(fetch(at, Map.of("reason", WHY, "request", request, "wait", 0), 403)
                        .getString("code"))
                .isEqualTo("approval-expired");
        assertThat(entries.about(at.stand.secret(), "code-released")).hasSize(1);
    }

    @Test
    void itIsAskedOutrightListedTakenBackAndHiddenFromOthers() {
        Counter at = simple();
        String id = ask(at, AT, Map.of("reason", WHY), 201).getString("id");
        assertThat(ask(at, AT, Map.of("reason", WHY), 201).getString("id")).isEqualTo(id);
        as(at.approves)
                .get(AT + "?which=waiting")
                .then()
                .statusCode(200)
                .body("requests.id", hasItem(id))
                .body("requests.find { it.id == '" + id + "' }.reason", equalTo(WHY));
        as(at.asks)
                .get(AT)
                .then()
                .statusCode(200)
                .body("requests.id", contains(id))
                .body("next", nullValue());
        as(at.asks).get(AT + "?which=waiting").then().statusCode(200).body("requests", empty());
        as(at.asks)
                .get(AT + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("approvers.id", contains(at.approver.id().toString()))
                .body("secret.path", equalTo(at.stand.path()))
                .body("now.path", equalTo(at.stand.path()));
        hiddenFromAStranger(id);
        as(at.approves).post(AT + "/" + id + "/withdraw").then().statusCode(404);
        String auditor = newcomers.credential(newcomers.inRole(Role.AUDITOR));
        as(auditor).get(AT + "/" + id).then().statusCode(200).body("reason", nullValue());
        as(at.asks).post(AT + "/" + id + "/withdraw").then().statusCode(200).body("status", equalTo("withdrawn"));
        as(at.asks).post(AT + "/" + id + "/withdraw").then().statusCode(409);
        as(at.approves).get(AT + "?which=waiting").then().body("requests.id", not(hasItem(id)));
        assertThat(entries.about(PublicId.REQUEST.read(id).orElseThrow(), "access-withdrawn"))
                .hasSize(1);
    }

    private void hiddenFromAStranger(String id) {
        String stranger = newcomers.credential(newcomers.settled());
        as(stranger).get(AT + "/" + id).then().statusCode(404).body("code", equalTo("not-found"));
        as(stranger).post(AT + "/" + id + "/withdraw").then().statusCode(404);
        as(stranger)
                .get(AT + "/" + PublicId.REQUEST.of(UUID.randomUUID()))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void listsComeInPages() {
        Counter at = simple();
        String first = ask(at, AT, Map.of("reason", WHY), 201).getString("id");
        as(at.asks).post(AT + "/" + first + "/withdraw").then().statusCode(200);
        String second = ask(at, AT, Map.of("reason", WHY), 201).getString("id");
        as(at.asks)
                .get(AT + "?limit=1")
                .then()
                .body("requests.id", contains(second))
                .body("next", equalTo(second));
        as(at.asks)
                .get(AT + "?limit=1&after=" + second)
                .then()
                .body("requests.id", contains(first))
                .body("next", nullValue());
        as(at.asks).get(AT + "?limit=0").then().statusCode(400);
        as(at.asks).get(AT + "?which=all").then().statusCode(400);
    }

    @Test
    void nobodyDecidesThroughTheApi() {
        Counter at = simple();
        String id = ask(at, AT, Map.of("reason", WHY), 201).getString("id");
        for (String verb : new String[] {"approve", "reject", "revoke", "decide", "review"}) {
            as(at.approves).body("{}").post(AT + "/" + id + "/" + verb).then().statusCode(404);
        }
        as(at.asks).get(AT + "/" + id).then().body("status", equalTo("pending")).body("said", empty());
    }

    @Test
    void theGlassIsBrokenByName() {
        Counter at = simple();
        JsonPath broken = ask(at, AT + "/break-glass", Map.of("reason", "fire in the hall, says the-canary"), 201);
        assertThat(broken.getBoolean("glass")).isTrue();
        assertThat(broken.getString("status")).isEqualTo("approved");
        assertThat(fetch(at, Map.of("reason", WHY), 200).getString("code")).matches("[0-9]{6}");
        Counter bound = counter();
        assertThat(ask(bound, AT + "/break-glass", Map.of("reason", "fire in the hall, truly so"), 409)
                        .getString("code"))
                .isEqualTo("no-such-way");
    }

    @Test
    void whatIsMalformedIsRefusedWithoutAWordOfIt() {
        Counter at = simple();
        assertThat(refusedWith(at, Map.of("reason", "canary\nsecond line"))).isEqualTo("given-malformed");
        assertThat(refusedWith(at, Map.of("reason", "canary".repeat(200)))).isEqualTo("given-malformed");
        assertThat(refusedWith(at, Map.of("verb", "canary.fetch"))).isEqualTo("request-malformed");
        assertThat(refusedWith(at, Map.of("clause", "canary"))).isEqualTo("request-malformed");
        as(at.asks)
                .body("{\"secret\": \"" + "canary".repeat(20_000) + "\", \"verb\": \"code.fetch\"}")
                .post(AT)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as(at.asks).body("{\"canary\": 1}").post(AT).then().statusCode(400);
        as(at.asks).post(AT).then().statusCode(400);
        given().contentType(ContentType.JSON).body("{}").post(AT).then().statusCode(401);
    }

    private String refusedWith(Counter at, Map<String, String> what) {
        JsonPath problem = ask(at, AT, what, 400);
        assertThat(problem.prettify()).doesNotContain("canary");
        return problem.getString("code");
    }

    private static JsonPath ask(Counter at, String where, Map<String, String> what, int status) {
        Map<String, String> body = new HashMap<>(Map.of("secret", at.stand.path(), "verb", "code.fetch"));
        body.putAll(what);
        return as(at.asks)
                .body(body)
                .post(where)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static JsonPath fetch(Counter at, Map<String, Object> what, int status) {
        return as(at.asks)
                .body(what)
                .post("/api/v1/code/" + at.stand.path())
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer)
                .accept(ContentType.JSON)
                .contentType(ContentType.JSON);
    }
}
