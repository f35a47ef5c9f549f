// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import static dev.cofactor.desk.backups.Depot.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A template may say that the last codes of a pool leave only if others have agreed. */
@QuarkusTest
class LastCodesHttpTest {
    private final Depot depot;
    private final LogEntries entries;
    private final Roles roles;
    private final WholeLog log;

    LastCodesHttpTest(Depot depot, LogEntries entries, Roles roles, WholeLog log) {
        this.depot = depot;
        this.entries = entries;
        this.roles = roles;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theFirstLeaveFreelyAndTheLastAfterAYes() {
        Pool pool = depot.pool(3, 0, 2);
        Taker taker = depot.taker(pool);
        Person approver = depot.approverOf(taker, pool);
        depot.take(taker, pool)
                .then()
                .statusCode(200)
                .body("code", equalTo(pool.codes().getFirst()));
        String at = "/api/v1/backup-code/" + pool.path();
        as(taker.credential())
                .get(at)
                .then()
                .body("pools[0].lastByApproval", equalTo(2))
                .body("pools[0].byApproval", equalTo(true));
        Response asked = depot.take(taker, pool);
        asked.then().statusCode(403).body("code", equalTo("approval-required")).body("request", startsWith("req_"));
        String request = asked.path("request");
        depot.take(taker, pool).then().statusCode(403).body("code", equalTo("approval-pending"));
        depot.approve(approver, request);
        Response taken = depot.take(taker, pool, Map.of("request", request));
        taken.then().statusCode(200).body("code", equalTo(pool.codes().get(1)));
        assertThat(entries.of(UUID.fromString(taken.path("receipt")))
                        .body()
                        .at("/details/grant")
                        .asText())
                .isNotEmpty();
        depot.take(taker, pool).then().statusCode(403).body("code", equalTo("approval-required"));
    }

    @Test
    void withoutAnybodyWhoCouldAgreeTheLastOnesStay() {
        Pool pool = depot.pool(2, 0, 1);
        Taker taker = depot.taker(pool);
        depot.take(taker, pool).then().statusCode(200);
        depot.take(taker, pool).then().statusCode(403).body("code", equalTo("denied"));
        assertThat(entries.about(pool.secret(), "backup-code-taken")).hasSize(1);
    }

    @Test
    void whatLeftFreelyIsShownAgainUnderItsKeyWhenOnlyTheLastAreThere() {
        Pool pool = depot.pool(2, 0, 1);
        Taker taker = depot.taker(pool);
        Map<String, Object> key = Map.of("idempotencyKey", "recovery-5");
        depot.take(taker, pool, key).then().statusCode(200);
        depot.take(taker, pool, key)
                .then()
                .statusCode(200)
                .body("code", equalTo(pool.codes().getFirst()));
        depot.take(taker, pool, Map.of("idempotencyKey", "another")).then().statusCode(403);
    }

    @Test
    void whatLeftByAYesIsNotShownAgainOnceThatIsTakenBack() throws SQLException {
        Pool pool = depot.pool(1, 0, 1);
        Taker taker = depot.taker(pool);
        Person approver = depot.approverOf(taker, pool);
        Map<String, Object> key = Map.of("idempotencyKey", "recovery-6");
        String request = depot.take(taker, pool, key).path("request");
        depot.approve(approver, request);
        depot.take(taker, pool, key)
                .then()
                .statusCode(200)
                .body("code", equalTo(pool.codes().getFirst()));
        depot.take(taker, pool, key).then().statusCode(200).body("again", equalTo(true));
        try (Connection owner = roles.owner()) {
            Roles.execute(
                    owner,
                    "update access_grant set ended = 'revoked' where request = '"
                            + PublicId.REQUEST.read(request).orElseThrow() + "'");
        }
        Response refused = depot.take(taker, pool, key);
        refused.then().statusCode(403);
        assertThat(refused.asString()).doesNotContain(pool.codes().getFirst());
    }
}
