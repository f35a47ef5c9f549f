// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import static dev.cofactor.desk.backups.Depot.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.FailingRecord;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong with the record: no backup code leaves, and none is lost. */
@QuarkusTest
class NothingLeavesUnrecordedHttpTest {
    private final Depot depot;
    private final LogEntries entries;
    private final Roles roles;
    private final WholeLog log;

    NothingLeavesUnrecordedHttpTest(Depot depot, LogEntries entries, Roles roles, WholeLog log) {
        this.depot = depot;
        this.entries = entries;
        this.roles = roles;
        this.log = log;
    }

    @ParameterizedTest
    @EnumSource
    void noBackupCodeLeaves(FailingRecord fault) throws SQLException {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        List<Response> both = fault.during(
                roles,
                () -> Stream.of("application/json", "text/plain")
                        .map(accept -> Enrolling.begun(() -> as(taker.credential())
                                .accept(accept)
                                .body(Map.of("idempotencyKey", "same"))
                                .post("/api/v1/backup-code/" + pool.path())))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList());
        for (Response refused : both) {
            refused.then().statusCode(503);
            // where a record takes its time, who comes second finds a queue
            assertThat(refused.asString()).containsAnyOf("log-unavailable", "overloaded");
            pool.codes().forEach(code -> assertThat(refused.asString()).doesNotContain(code));
        }
        assertThat(entries.about(pool.secret(), "backup-code-taken")).isEmpty();
        depot.take(taker, pool, Map.of("idempotencyKey", "same"))
                .then()
                .statusCode(200)
                .body("code", equalTo(pool.codes().getFirst()))
                .body("again", equalTo(false));
        assertThat(log.verify()).isPositive();
    }
}
