// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import static dev.cofactor.desk.backups.Depot.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing goes back into a pool by itself. */
@QuarkusTest
class ReturnsHttpTest {
    private final Depot depot;
    private final LogEntries entries;
    private final WholeLog log;

    ReturnsHttpTest(Depot depot, LogEntries entries, WholeLog log) {
        this.depot = depot;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Response putBack(String credential, String receipt) {
        return as(credential).post("/api/v1/releases/" + receipt + "/return");
    }

    @Test
    void whatIsReportedNotUsedStaysTakenUntilSomebodyWhoEditsPutsItBack() {
        Pool pool = depot.pool(3, 0, 0);
        Taker one = depot.taker(pool);
        Taker editor = depot.taker(pool, Verb.SECRET_EDIT);
        Map<String, Object> key = Map.of("idempotencyKey", "kept");
        String receipt = depot.take(one, pool, key).path("receipt");
        putBack(editor.credential(), receipt).then().statusCode(409).body("code", equalTo("not-returnable"));
        depot.report(one, receipt, "not-used").then().statusCode(200);
        depot.take(editor, pool).then().body("code", equalTo(pool.codes().get(1)));
        putBack(one.credential(), receipt).then().statusCode(403);
        putBack(editor.credential(), receipt).then().statusCode(200).body("number", equalTo(1));
        assertThat(entries.about(pool.secret(), "backup-code-returned")).hasSize(1);
        depot.take(one, pool, key).then().statusCode(409).body("code", equalTo("code-given-back"));
        depot.take(editor, pool).then().body("code", equalTo(pool.codes().getFirst()));
        depot.take(one, pool, key).then().statusCode(409).body("code", equalTo("code-given-back"));
        putBack(editor.credential(), receipt).then().statusCode(404);
    }

    @Test
    void whatWasUsedOrRefusedNeverGoesBack() {
        Pool pool = depot.pool(3, 0, 0);
        Taker editor = depot.taker(pool, Verb.SECRET_EDIT);
        for (String result : List.of("used", "rejected")) {
            String receipt = depot.take(editor, pool).path("receipt");
            depot.report(editor, receipt, result).then().statusCode(200);
            depot.report(editor, receipt, "not-used").then().statusCode(409).body("code", equalTo("outcome-known"));
            putBack(editor.credential(), receipt).then().statusCode(409);
        }
        assertThat(entries.about(pool.secret(), "backup-code-returned")).isEmpty();
    }

    @Test
    void aCodeOfAFormerPoolDoesNotComeIntoTheNewOne() {
        Pool pool = depot.pool(2, 0, 0);
        Taker editor = depot.taker(pool, Verb.SECRET_EDIT);
        String receipt = depot.take(editor, pool).path("receipt");
        depot.report(editor, receipt, "not-used").then().statusCode(200);
        List<String> others = Depot.codes(2);
        depot.put(pool.secret(), others, 0).then().statusCode(200);
        putBack(editor.credential(), receipt).then().statusCode(409).body("code", equalTo("not-returnable"));
        depot.take(editor, pool).then().body("code", equalTo(others.getFirst()));
    }

    @Test
    void aReplayIsReportedAsTheOneItRepeats() {
        Pool pool = depot.pool(2, 0, 0);
        Taker taker = depot.taker(pool);
        Map<String, Object> key = Map.of("idempotencyKey", "twice");
        String first = depot.take(taker, pool, key).path("receipt");
        String again = depot.take(taker, pool, key).path("receipt");
        depot.report(taker, again, "used").then().statusCode(200).body("release", equalTo(first));
        depot.report(taker, first, "rejected").then().statusCode(409);
    }

    @Test
    void whoEditsSeesWhoHadWhichNumberAndWhatBecameOfIt() {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        Taker editor = depot.taker(pool, Verb.SECRET_EDIT);
        String receipt = depot.take(taker, pool).path("receipt");
        depot.take(editor, pool).then().statusCode(200);
        depot.report(taker, receipt, "used").then().statusCode(200);
        String at = "/api/v1/secrets/" + pool.id() + "/backup-codes/taken";
        as(taker.credential()).get(at).then().statusCode(403);
        Response list = as(editor.credential()).get(at);
        list.then()
                .statusCode(200)
                .body("taken.number", equalTo(List.of(2, 1)))
                .body("taken[0].result", nullValue())
                .body("taken[1].result", equalTo("used"))
                .body("taken[1].actor", equalTo(taker.person().id().toString()));
        pool.codes().forEach(code -> assertThat(list.asString()).doesNotContain(code));
    }
}
