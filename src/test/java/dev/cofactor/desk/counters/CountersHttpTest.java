// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.counters;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A counting seed that has lost the step with the site finds it again, forward only. */
@QuarkusTest
class CountersHttpTest {
    private final Kiosk kiosk;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;

    CountersHttpTest(Kiosk kiosk, LogEntries entries, WholeLog log, Roles roles) {
        this.kiosk = kiosk;
        this.entries = entries;
        this.log = log;
        this.roles = roles;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void twoCodesInARowOfTheOtherGeneratorSayWhereItCounts() {
        Stand stand = kiosk.counting();
        Visitor editor = kiosk.visitor(stand, Verb.CODE_FETCH, Verb.SECRET_EDIT);
        long first = fetch(editor, stand);
        Response moved = move(editor, stand, codes(stand.codeOf(first + 40), stand.codeOf(first + 41)));
        moved.then().statusCode(200).body("counter", equalTo((int) first + 42)).body("skipped", equalTo(41));
        assertThat(moved.asString()).doesNotContain(stand.codeOf(first + 42));
        assertThat(fetch(editor, stand)).isEqualTo(first + 42);
        assertThat(entries.about(stand.secret(), "counter-tried")).hasSize(1);
        LogEntries.Entry entry = entries.about(stand.secret(), "counter-moved").getFirst();
        assertThat(entry.body().at("/details/counter").asLong()).isEqualTo(first + 42);
        assertThat(entry.body().at("/details/count").asLong()).isEqualTo(41);
        assertThat(entry.body().toString()).doesNotContain(stand.codeOf(first + 40));
    }

    @Test
    void whatIsUsedUpWrongNotInARowOrTooFarIsRefusedAlikeAndMovesNothing() {
        Stand stand = kiosk.counting();
        Visitor editor = kiosk.visitor(stand, Verb.CODE_FETCH, Verb.SECRET_EDIT);
        long first = fetch(editor, stand);
        List<Map<String, Object>> wrong = List.of(
                codes(stand.codeOf(first), stand.codeOf(first + 1)),
                codes(stand.codeOf(first + 9), stand.codeOf(first + 11)),
                codes(stand.codeOf(first + 1002), stand.codeOf(first + 1003)),
                codes("x", stand.codeOf(first + 2)));
        for (Map<String, Object> one : wrong) {
            move(editor, stand, one).then().statusCode(400).body("code", equalTo("codes-not-accepted"));
        }
        assertThat(entries.about(stand.secret(), "counter-tried")).hasSize(4);
        assertThat(entries.about(stand.secret(), "counter-moved")).isEmpty();
        assertThat(fetch(editor, stand)).isEqualTo(first + 1);
    }

    @Test
    void theLastOfTheThousandIsFound() {
        Stand stand = kiosk.counting();
        Visitor editor = kiosk.visitor(stand, Verb.CODE_FETCH, Verb.SECRET_EDIT);
        long next = fetch(editor, stand) + 1;
        move(editor, stand, codes(stand.codeOf(next + 999), stand.codeOf(next + 1000)))
                .then()
                .statusCode(200)
                .body("counter", equalTo((int) next + 1001));
    }

    @Test
    void theCounterThatTheSiteExpectsMovesItForwardNeverBackAndNotTooFar() {
        Stand stand = kiosk.counting();
        Visitor editor = kiosk.visitor(stand, Verb.CODE_FETCH, Verb.SECRET_EDIT);
        long next = fetch(editor, stand) + 1;
        move(editor, stand, Map.of("counter", next + 5)).then().statusCode(200).body("skipped", equalTo(5));
        move(editor, stand, Map.of("counter", next + 4)).then().statusCode(409).body("code", equalTo("counter-behind"));
        move(editor, stand, Map.of("counter", next + 5000))
                .then()
                .statusCode(400)
                .body("code", equalTo("counter-too-far"));
        assertThat(fetch(editor, stand)).isEqualTo(next + 5);
    }

    @Test
    void afterARestoreThatTookTheCounterBackItIsBroughtPastAllThatWasUsed() throws SQLException {
        Stand stand = kiosk.counting();
        Visitor editor = kiosk.visitor(stand, Verb.CODE_FETCH, Verb.SECRET_EDIT);
        fetch(editor, stand);
        fetch(editor, stand);
        long last = fetch(editor, stand);
        UUID seed = UUID.fromString(entries.about(stand.secret(), "code-released")
                .getLast()
                .body()
                .at("/details/value")
                .asText());
        try (Connection superuser = roles.superuser()) {
            Roles.execute(superuser, "update claim_counter set next = 1 where seed = '" + seed + "'");
            Roles.execute(superuser, "insert into claim_unsure values ('" + seed + "')");
        }
        // Until somebody has said where the site is, nothing goes out: it could have gone out before.
        as(editor.credential())
                .body(Map.of("wait", 0))
                .post("/api/v1/code/" + stand.path())
                .then()
                .statusCode(409)
                .body("code", equalTo("restored"));
        move(editor, stand, Map.of("counter", last + 1)).then().statusCode(200);
        assertThat(fetch(editor, stand)).isEqualTo(last + 1);
    }

    @Test
    void triesAreFewAMinuteForASecretAndNobodyElseIsHindered() {
        Stand stand = kiosk.counting();
        Stand other = kiosk.counting();
        Visitor editor = kiosk.visitor(stand, Verb.CODE_FETCH, Verb.SECRET_EDIT);
        Visitor elsewhere = kiosk.visitor(other, Verb.CODE_FETCH, Verb.SECRET_EDIT);
        Response answer = move(editor, stand, codes("000000", "000001"));
        for (int i = 0; i < 11 && answer.statusCode() != 429; i++) { // a minute may end in between
            answer = move(editor, stand, codes("000000", "000001"));
        }
        answer.then().statusCode(429).body("code", equalTo("too-many")).header("Retry-After", notNullValue());
        move(elsewhere, other, Map.of("counter", 7)).then().statusCode(200);
        fetch(editor, stand);
    }

    @Test
    void whoMayOnlyFetchMovesNoCounterAndATimedSeedHasNone() {
        Stand stand = kiosk.counting();
        Visitor fetcher = kiosk.fetcher(stand);
        move(fetcher, stand, Map.of("counter", 7)).then().statusCode(403).body("code", equalTo("denied"));
        move(kiosk.stranger(), stand, Map.of("counter", 7)).then().statusCode(404);
        Stand timed = kiosk.stand("shared", 30);
        Visitor editor = kiosk.visitor(timed, Verb.SECRET_EDIT);
        move(editor, timed, Map.of("counter", 7)).then().statusCode(409).body("code", equalTo("no-counter"));
        for (Map<String, Object> malformed : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("counter", -1),
                Map.of("codes", List.of("123456")),
                Map.of("codes", List.of("123456", "9".repeat(10_000))),
                Map.of("counter", 1, "codes", List.of("123456", "123457")))) {
            move(editor, timed, malformed).then().statusCode(400).body("code", equalTo("counter-request-malformed"));
        }
    }

    private long fetch(Visitor visitor, Stand stand) {
        return as(visitor.credential())
                .body(Map.of("wait", 0))
                .accept("application/json")
                .post("/api/v1/code/" + stand.path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("counter");
    }

    private static Map<String, Object> codes(String one, String next) {
        return Map.of("codes", List.of(one, next));
    }

    private static Response move(Visitor visitor, Stand stand, Map<String, Object> how) {
        return as(visitor.credential()).body(how).put(at(stand.secret()) + "/seed/counter");
    }
}
