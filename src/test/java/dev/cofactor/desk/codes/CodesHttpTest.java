// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static dev.cofactor.desk.codes.Kiosk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The one-liner, as scripts use it. */
@QuarkusTest
class CodesHttpTest {
    private static final int SHORT = 3;

    /** Where nothing has to happen within one step. */
    private static final int BRIEF = 5;

    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    CodesHttpTest(Kiosk kiosk, Newcomers newcomers, Rules rules, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
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
    void theOneLinerAnswersWithTheBareCodeAndANewline() {
        Stand stand = kiosk.stand("shared", BRIEF);
        Visitor visitor = kiosk.fetcher(stand);
        Response answer = as(visitor.credential()).accept("text/plain").post("/api/v1/code/" + stand.path());
        answer.then().statusCode(200).header("Cache-Control", "no-store").contentType("text/plain;charset=UTF-8");
        UUID receipt = UUID.fromString(answer.header("X-Receipt"));
        long step = entries.of(receipt).body().at("/details/step").asLong();
        assertThat(answer.asString()).isEqualTo(stand.codeOf(step) + "\n");
        assertThat(step).isCloseTo(stand.step(Instant.now()), org.assertj.core.data.Offset.offset(1L));
    }

    @Test
    void asJsonItSaysWhenTheCodeIsGoodByTheServersClock() {
        Stand stand = kiosk.stand("shared", BRIEF);
        Visitor visitor = kiosk.fetcher(stand);
        JsonPath code = kiosk.fetch(visitor, stand, Map.of())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        long step = code.getLong("step");
        assertThat(code.getString("code")).isEqualTo(stand.codeOf(step));
        assertThat(code.getString("type")).isEqualTo("totp");
        assertThat(code.getInt("digits")).isEqualTo(6);
        assertThat(code.getInt("period")).isEqualTo(BRIEF);
        Instant from = Instant.parse(code.getString("validFrom"));
        Instant until = Instant.parse(code.getString("validUntil"));
        Instant server = Instant.parse(code.getString("serverTime"));
        assertThat(from).isEqualTo(Instant.ofEpochSecond(step * BRIEF)).isBeforeOrEqualTo(server);
        assertThat(until).isEqualTo(from.plusSeconds(BRIEF)).isAfter(server);
        assertThat(code.getLong("secondsLeft")).isBetween(0L, (long) BRIEF);
        LogEntries.Entry entry = entries.of(UUID.fromString(code.getString("receipt")));
        assertThat(entry.kind()).isEqualTo("code-released");
        assertThat(entry.outcome()).isEqualTo("done");
        assertThat(entry.body().at("/details/verb").asText()).isEqualTo("code.fetch");
        assertThat(entry.body().at("/details/policy")).hasSize(1);
        assertThat(entry.body().toString()).doesNotContain(code.getString("code"));
    }

    @Test
    void whoMayNotGetsNoCodeAndBothRefusalsAreOnTheLog() {
        Stand stand = kiosk.stand("shared", 30);
        Visitor stranger = kiosk.stranger();
        Visitor looker = kiosk.visitor(stand, Verb.SECRET_LIST);
        kiosk.now(stranger, stand).then().statusCode(404).body("code", equalTo("not-found"));
        kiosk.now(looker, stand).then().statusCode(403).body("code", equalTo("denied"));
        assertThat(entries.of(stranger.person().id(), "request-refused")).hasSize(1);
        assertThat(entries.of(looker.person().id(), "request-refused")).hasSize(1);
        assertThat(entries.about(stand.secret(), "code-released")).isEmpty();
        as(stranger.credential()).post("/api/v1/code/no/such").then().statusCode(404);
        assertThat(entries.of(stranger.person().id(), "request-refused")).hasSize(2);
        as("cfp_nobody").post("/api/v1/code/" + stand.path()).then().statusCode(401);
    }

    @Test
    void anExclusiveStepGoesToOneSessionAndItMaySeeItAgain() {
        Stand stand = kiosk.stand("exclusive", 30);
        Visitor one = kiosk.fetcher(stand);
        Visitor other = kiosk.fetcher(stand);
        JsonPath first = whenFree(one, stand);
        JsonPath again = kiosk.now(one, stand).then().statusCode(200).extract().jsonPath();
        if (first.getLong("step") == again.getLong("step")) { // the step may have ended between the two
            assertThat(again.getString("code")).isEqualTo(first.getString("code"));
            assertThat(entries.of(UUID.fromString(again.getString("receipt"))).outcome())
                    .isEqualTo("repeated");
            Response busy = kiosk.now(other, stand);
            busy.then().statusCode(429).body("code", equalTo("busy"));
            assertThat(Integer.parseInt(busy.header("Retry-After"))).isBetween(1, 31);
            String second = newcomers.credential(one.person());
            kiosk.now(new Visitor(one.person(), second), stand).then().statusCode(429);
        }
    }

    @Test
    void ofManyWhoAskAtOnceEachGetsAStepOfHisOwn() {
        Stand stand = kiosk.stand("exclusive", SHORT);
        List<Visitor> visitors =
                IntStream.range(0, 4).mapToObj(one -> kiosk.fetcher(stand)).toList();
        List<JsonPath> codes = kiosk.atOnce(visitors, stand, Map.of());
        assertThat(codes.stream().map(code -> code.getLong("step")).collect(Collectors.toSet()))
                .hasSize(4);
        codes.forEach(code -> assertThat(code.getString("code")).isEqualTo(stand.codeOf(code.getLong("step"))));
    }

    @Test
    void theSameActorMayHaveAStepOnEveryDeviceAndAnotherMayNot() {
        Stand stand = kiosk.stand("same-actor", 30);
        Visitor one = kiosk.fetcher(stand);
        JsonPath first = whenFree(one, stand);
        JsonPath second = kiosk.now(new Visitor(one.person(), newcomers.credential(one.person())), stand)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        if (first.getLong("step") == second.getLong("step")) {
            assertThat(second.getString("code")).isEqualTo(first.getString("code"));
            kiosk.now(kiosk.fetcher(stand), stand).then().statusCode(429);
        }
    }

    @Test
    void aSharedStepIsEverybodysAndLaterOnesAreToldWhoTookIt() {
        Stand stand = kiosk.stand("shared", 30);
        Visitor one = kiosk.fetcher(stand);
        Visitor other = kiosk.fetcher(stand);
        kiosk.fetch(one, stand, Map.of("minValidity", 10))
                .then()
                .statusCode(200)
                .body("takenBy", nullValue());
        Response second = kiosk.now(other, stand);
        second.then()
                .statusCode(200)
                .body("takenBy.actor", equalTo(one.person().id().toString()))
                .body("takenBy.name", equalTo("A person"))
                .body("takenBy.at", notNullValue());
        assertThat(entries.of(UUID.fromString(second.path("receipt"))).outcome())
                .isEqualTo("done");
    }

    @Test
    void theSameSeedInTwoSecretsIsOneUnderTheStricterTemplate() throws InterruptedException {
        Stand shared = kiosk.stand("shared", SHORT);
        Stand exclusive = kiosk.twin(shared, "exclusive");
        Map<String, Object> fresh = Map.of("minValidity", SHORT - 1);
        kiosk.fetch(kiosk.fetcher(shared), shared, fresh).then().statusCode(200);
        kiosk.now(kiosk.fetcher(shared), shared).then().statusCode(429);
        kiosk.fetch(kiosk.fetcher(exclusive), exclusive, fresh).then().statusCode(200);
        kiosk.now(kiosk.fetcher(shared), shared).then().statusCode(429);
    }

    @Test
    void noCodeLeavesThatIsGoodForLessThanWasAsked() {
        Stand stand = kiosk.stand("shared", SHORT);
        Visitor visitor = kiosk.fetcher(stand);
        for (int i = 0; i < 3; i++) {
            JsonPath code = kiosk.fetch(visitor, stand, Map.of("minValidity", SHORT - 1))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(Instant.parse(code.getString("serverTime")).plusSeconds(SHORT - 1))
                    .isBeforeOrEqualTo(Instant.parse(code.getString("validUntil")));
        }
        kiosk.fetch(visitor, stand, Map.of("minValidity", SHORT))
                .then()
                .statusCode(400)
                .body("code", equalTo("min-validity-too-long"));
    }

    @Test
    void theTemplatesLeastLifeHoldsForWhoeverAsksForLess() {
        Stand stand = kiosk.stand("shared", SHORT, SHORT - 1);
        JsonPath code = kiosk.fetch(kiosk.fetcher(stand), stand, Map.of())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(Instant.parse(code.getString("serverTime")).plusSeconds(SHORT - 1))
                .isBeforeOrEqualTo(Instant.parse(code.getString("validUntil")));
    }

    @Test
    void theNextStepIsTakenNowAndItsCodeLeavesWhenItBegins() {
        Stand stand = kiosk.stand("exclusive", SHORT);
        Visitor visitor = kiosk.fetcher(stand);
        long before = stand.step(Instant.now());
        JsonPath code = kiosk.fetch(visitor, stand, Map.of("wait", "next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(code.getLong("step")).isGreaterThan(before);
        assertThat(Instant.parse(code.getString("serverTime")))
                .isAfterOrEqualTo(Instant.parse(code.getString("validFrom")));
        List<LogEntries.Entry> releases = entries.about(stand.secret(), "code-released").stream()
                .filter(one -> one.body().at("/details/step").asLong() == code.getLong("step"))
                .toList();
        assertThat(releases).extracting(LogEntries.Entry::outcome).containsExactly("done", "repeated");
    }

    @Test
    void whoLosesTheRightWhileHeWaitsGetsNothing() throws InterruptedException {
        Stand stand = kiosk.stand("exclusive", 6);
        Visitor holder = kiosk.fetcher(stand);
        Visitor waiting = kiosk.stranger();
        UUID policy = rules.allow(waiting.person().id(), stand.secret(), Verb.CODE_FETCH);
        kiosk.fetch(holder, stand, Map.of("minValidity", 4)).then().statusCode(200);
        CompletableFuture<Response> answer = Enrolling.begun(() -> kiosk.fetch(waiting, stand, Map.of()));
        Thread.sleep(500);
        rules.withdraw(policy);
        answer.join().then().statusCode(404);
        assertThat(entries.of(waiting.person().id(), "code-released")).isEmpty();
    }

    @Test
    void whatAPersonGivesAsHisReasonStandsInTheSealedBodyAndNowhereElse() {
        Stand stand = kiosk.stand("shared", BRIEF);
        Visitor visitor = kiosk.fetcher(stand);
        Response answer = kiosk.fetch(visitor, stand, Map.of("reason", "quarterly invoice", "ticket", "OPS-4711"));
        LogEntries.Entry entry = entries.of(UUID.fromString(answer.path("receipt")));
        assertThat(entry.body().at("/details/reason").asText()).isEqualTo("quarterly invoice");
        assertThat(entry.body().at("/details/ticket").asText()).isEqualTo("OPS-4711");
        assertThat(answer.asString()).doesNotContain("quarterly");
    }

    /** Waits if it must: for a step that is long enough for all that is asked within it. */
    private JsonPath whenFree(Visitor visitor, Stand stand) {
        return kiosk.fetch(visitor, stand, Map.of("minValidity", 15))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
