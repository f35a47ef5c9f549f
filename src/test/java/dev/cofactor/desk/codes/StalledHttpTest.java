// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WrongClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commits that take their time or are cut off, and clocks that differ: no code leaves that is over, and no counter twice. */
@QuarkusTest
class StalledHttpTest {
    private static final int SHORT = 3;

    private final Kiosk kiosk;
    private final Enrolling enrolling;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;
    private final Rules rules;
    private final Stalls stalls;

    StalledHttpTest(
            Kiosk kiosk,
            Enrolling enrolling,
            LogEntries entries,
            WholeLog log,
            Roles roles,
            Rules rules,
            Stalls stalls) {
        this.stalls = stalls;
        this.rules = rules;
        this.kiosk = kiosk;
        this.enrolling = enrolling;
        this.entries = entries;
        this.log = log;
        this.roles = roles;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aCodeThatIsOverOnceItIsRecordedIsNeverComputedAndTheNextOneIsGiven() throws Exception {
        Stand stand = kiosk.stand("exclusive", SHORT);
        Visitor visitor = kiosk.fetcher(stand);
        // The first row is the proof's. The first that is fetched is committed when its step is over, the second at
        // once.
        try (AutoCloseable slow = stalls.slow("claim_step", "secret", stand.secret(), 2, SHORT)) {
            JsonPath code = kiosk.fetch(visitor, stand, Map.of())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(Instant.parse(code.getString("validUntil")))
                    .isAfter(Instant.parse(code.getString("serverTime")));
            assertThat(code.getString("code")).isEqualTo(stand.codeOf(code.getLong("step")));
        }
        List<LogEntries.Entry> released = entries.about(stand.secret(), "code-released");
        assertThat(released).hasSize(2);
        assertThat(entries.about(stand.secret(), "code-expired"))
                .singleElement()
                .satisfies(expired -> assertThat(expired.body().at("/details/other"))
                        .isEqualTo(released.getFirst().body().at("/id")));
    }

    @Test
    void aCodeThatProvesASeedIsTheNextOnesWhereItsStepEndsMeanwhile() throws Exception {
        Stand stand = kiosk.stand("exclusive", SHORT);
        String key = enrolling.key();
        enrolling
                .enter(stand.secret(), key, Map.of("mode", "planned", "period", SHORT))
                .then()
                .statusCode(200);
        try (AutoCloseable slow = stalls.slow("claim_step", "secret", stand.secret(), 2, SHORT)) {
            JsonPath shown = enrolling
                    .prove(stand.secret(), Map.of("show", 1))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            Parameters parameters = Parameters.totp(Algorithm.SHA1, 6, SHORT);
            assertThat(shown.getString("code")).isEqualTo(Enrolling.code(key, parameters, shown.getLong("step")));
        }
        List<LogEntries.Entry> released = entries.about(stand.secret(), "code-released");
        assertThat(released).hasSize(2);
        assertThat(released.getFirst().body().at("/details/step").asLong())
                .isLessThan(released.getLast().body().at("/details/step").asLong());
    }

    /** The only use of what he was given. */
    @Test
    void whatWasPaidForACodeThatNeverLeftIsNotPaidTwice() throws Exception {
        Stand stand = kiosk.stand("exclusive", SHORT);
        Need glass = new Need.BreakGlass(10, Duration.ofMinutes(5), 1);
        Visitor visitor = visitor(stand, new Clauses(Set.of(), Set.of(glass), Set.of(), Set.of()));
        Kiosk.as(visitor.credential())
                .contentType(ContentType.JSON)
                .body(Map.of("secret", stand.path(), "verb", "code.fetch", "reason", "a fire in the hall"))
                .post("/api/v1/requests/break-glass")
                .then()
                .statusCode(201);
        try (AutoCloseable slow = stalls.slow("claim_step", "secret", stand.secret(), 2, SHORT)) {
            kiosk.fetch(visitor, stand, Map.of()).then().statusCode(200);
        }
        List<LogEntries.Entry> released = entries.about(stand.secret(), "code-released");
        assertThat(released).hasSize(2);
        assertThat(released.getLast().body().at("/details/other"))
                .isEqualTo(released.getFirst().body().at("/id"));
        sleepUntil(endOf(stand)); // until then he may see again what he has
        kiosk.fetch(visitor, stand, Map.of()).then().statusCode(403);
    }

    @Test
    void whoeverTakesTheNextStepAfterAnotherPaysForItOnce() throws Exception {
        Stand stand = kiosk.stand("shared", SHORT);
        Limit hourly = new Limit(1, Duration.ofHours(1), Set.of(Limit.By.ACTOR));
        Clauses once = new Clauses(Set.of(), Set.of(), Set.of(hourly), Set.of());
        List<Visitor> both = List.of(visitor(stand, once), visitor(stand, once));
        kiosk.atOnce(both, stand, Map.of("wait", "next"));
        sleepUntil(endOf(stand));
        for (Visitor one : both) {
            kiosk.fetch(one, stand, Map.of()).then().statusCode(429);
        }
    }

    private Visitor visitor(Stand stand, Clauses clauses) {
        Visitor visitor = kiosk.stranger();
        Subject who = new Subject.Person(visitor.person().id());
        rules.add(Policy.Effect.ALLOW, who, stand.secret(), clauses, Verb.CODE_FETCH);
        return visitor;
    }

    @Test
    void whereEveryCommitIsTooSlowNoCodeLeavesAtAll() throws Exception {
        Stand stand = kiosk.stand("exclusive", SHORT);
        Visitor visitor = kiosk.fetcher(stand);
        try (AutoCloseable slow = stalls.slow("claim_step", "secret", stand.secret(), 0, SHORT)) {
            Response answer = kiosk.fetch(visitor, stand, Map.of());
            answer.then().statusCode(503).body("code", equalTo("release-expired"));
            for (LogEntries.Entry released : entries.about(stand.secret(), "code-released")) {
                long step = released.body().at("/details/step").asLong();
                assertThat(answer.asString()).doesNotContain(stand.codeOf(step));
            }
        }
        assertThat(entries.about(stand.secret(), "code-expired")).hasSize(2);
    }

    /** He has waited for so long before it was decided that nobody can say whether the step lasted; it is asked again when it is over. */
    @Test
    void whoMayBeTooLateIsNotTooLateTwiceInOneStep() throws Exception {
        boolean wasLate = false;
        for (int tries = 0; tries < 3 && !wasLate; tries++) { // a machine that is busy may miss the end of the step
            wasLate = isLateOnceAndServed();
        }
        assertThat(wasLate).isTrue();
    }

    private boolean isLateOnceAndServed() throws Exception {
        Stand stand = kiosk.stand("shared", SHORT);
        Visitor visitor = kiosk.fetcher(stand);
        Instant end = Instant.ofEpochSecond((stand.step(Instant.now()) + 2) * SHORT);
        try (AutoCloseable slow = stalls.slowAsThe(3); // the first code, that it is over, the second one
                Connection head = roles.owner()) {
            sleepUntil(end.minusMillis(1500));
            head.setAutoCommit(false);
            Roles.execute(head, "select from log_head for update");
            CompletableFuture<Response> asked = Enrolling.begun(() -> kiosk.fetch(visitor, stand, Map.of()));
            sleepUntil(end.minusMillis(450));
            head.rollback();
            asked.join().then().statusCode(200);
        }
        int late = entries.about(stand.secret(), "code-expired").size();
        assertThat(late).isLessThanOrEqualTo(1);
        return late == 1;
    }

    private static Instant endOf(Stand stand) {
        return Instant.ofEpochSecond((stand.step(Instant.now()) + 1) * SHORT).plusMillis(50);
    }

    private static void sleepUntil(Instant then) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), then).toMillis()));
    }

    @Test
    void aCounterIsUsedOnceThoughItsCommitIsCutOffAndTheRequestComesAgain() throws Exception {
        Stand stand = kiosk.counting();
        Visitor visitor = kiosk.fetcher(stand);
        long first = kiosk.fetch(visitor, stand, Map.of())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("counter");
        UUID seed = UUID.fromString(entries.about(stand.secret(), "code-released")
                .getLast()
                .body()
                .at("/details/value")
                .asText());
        Map<String, Object> keyed = Map.of("idempotencyKey", "cut-off");
        try (AutoCloseable slow = stalls.slow("claim_counter", "seed", seed, 0, SHORT)) {
            CompletableFuture<Response> asked = Enrolling.begun(() -> kiosk.fetch(visitor, stand, keyed));
            stalls.cutOff();
            asked.join().then().statusCode(503).body("code", equalTo("log-unavailable"));
        }
        JsonPath again = kiosk.fetch(visitor, stand, keyed)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath same = kiosk.fetch(visitor, stand, keyed)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath other = kiosk.fetch(visitor, stand, Map.of())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(again.getLong("counter")).isGreaterThan(first);
        assertThat(same.getLong("counter")).isEqualTo(again.getLong("counter"));
        assertThat(same.getString("code")).isEqualTo(again.getString("code"));
        assertThat(other.getLong("counter")).isGreaterThan(again.getLong("counter"));
    }

    @Test
    void beyondAThirdOfAStepItSaysThatTheClocksDifferAndNothingIsRecordedAsReleased() {
        Stand stand = kiosk.stand("shared", 30);
        Visitor visitor = kiosk.fetcher(stand);
        for (Duration off : List.of(Duration.ofSeconds(11), Duration.ofSeconds(-11))) {
            try (WrongClock wrong = WrongClock.by(off)) {
                kiosk.now(visitor, stand).then().statusCode(503).body("code", equalTo("clock-off"));
            }
        }
        assertThat(entries.about(stand.secret(), "code-released")).isEmpty();
        assertThat(entries.of(visitor.person().id(), "request-refused")).hasSize(2);
    }
}
