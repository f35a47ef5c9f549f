// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import static dev.cofactor.desk.backups.Depot.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
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

/** Backup codes, as scripts take them. */
@QuarkusTest
class BackupCodesHttpTest {
    private final Depot depot;
    private final Rules rules;
    private final LogEntries entries;
    private final Told told;
    private final Roles roles;
    private final WholeLog log;

    BackupCodesHttpTest(Depot depot, Rules rules, LogEntries entries, Told told, Roles roles, WholeLog log) {
        this.depot = depot;
        this.rules = rules;
        this.entries = entries;
        this.told = told;
        this.roles = roles;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theOldestLeavesFirstBareAndWithANewline() {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        Response bare = as(taker.credential()).accept("text/plain").post("/api/v1/backup-code/" + pool.path());
        bare.then().statusCode(200).header("Cache-Control", "no-store").contentType("text/plain;charset=UTF-8");
        assertThat(bare.asString()).isEqualTo(pool.codes().getFirst() + "\n");
        LogEntries.Entry entry = entries.of(UUID.fromString(bare.header("X-Receipt")));
        assertThat(entry.kind()).isEqualTo("backup-code-taken");
        assertThat(entry.body().at("/details/verb").asText()).isEqualTo("backup-code.take");
        assertThat(entry.body().toString()).doesNotContain(pool.codes().getFirst());
        depot.take(taker, pool)
                .then()
                .statusCode(200)
                .body("code", equalTo(pool.codes().get(1)))
                .body("number", equalTo(2))
                .body("left", equalTo(1))
                .body("total", equalTo(3))
                .body("again", equalTo(false));
        Response form = as(taker.credential())
                .contentType("application/x-www-form-urlencoded")
                .formParam("reason", "the phone is lost")
                .post("/api/v1/backup-code/" + pool.id());
        form.then().statusCode(200).body("code", equalTo(pool.codes().get(2)));
        assertThat(entries.of(UUID.fromString(form.path("receipt")))
                        .body()
                        .at("/details/reason")
                        .asText())
                .isEqualTo("the phone is lost");
    }

    @Test
    void whenNoneIsLeftThatIsSaidAndOnTheLog() {
        Pool pool = depot.pool(1, 0, 0);
        Taker taker = depot.taker(pool);
        depot.take(taker, pool).then().statusCode(200);
        depot.take(taker, pool).then().statusCode(409).body("code", equalTo("pool-empty"));
        assertThat(entries.of(taker.person().id(), "request-refused"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("pool-empty");
        assertThat(entries.about(pool.secret(), "backup-code-taken")).hasSize(1);
    }

    @Test
    void whoMayNotGetsNoneAndIsNotToldHowManyThereAre() {
        Pool pool = depot.pool(2, 0, 0);
        Taker stranger = depot.stranger();
        Taker lister = depot.stranger();
        rules.allow(lister.person().id(), pool.secret(), Verb.SECRET_LIST);
        depot.take(stranger, pool).then().statusCode(404).body("code", equalTo("not-found"));
        depot.take(lister, pool).then().statusCode(403).body("code", equalTo("denied"));
        String at = "/api/v1/backup-code/" + pool.path();
        as(stranger.credential()).get(at).then().statusCode(404);
        as(lister.credential()).get(at).then().statusCode(403);
        assertThat(entries.of(stranger.person().id(), "request-refused")).hasSize(2);
        assertThat(entries.of(lister.person().id(), "request-refused")).hasSize(2);
        as("cfp_nobody").post(at).then().statusCode(401);
        assertThat(entries.about(pool.secret(), "backup-code-taken")).isEmpty();
        as(depot.taker(pool).credential())
                .get(at)
                .then()
                .statusCode(200)
                .body("left", equalTo(2))
                .body("total", equalTo(2))
                .body("pools[0].byApproval", equalTo(false));
    }

    @Test
    void aRepetitionUnderTheSameKeyShowsTheSameCodeAndConsumesNothing() {
        Pool pool = depot.pool(4, 0, 0);
        Taker one = depot.taker(pool);
        Taker other = depot.taker(pool);
        Map<String, Object> key = Map.of("idempotencyKey", "recovery-1");
        Response first = depot.take(one, pool, key);
        first.then().body("code", equalTo(pool.codes().getFirst()));
        Response again = depot.take(one, pool, key);
        again.then()
                .statusCode(200)
                .body("code", equalTo(pool.codes().getFirst()))
                .body("again", equalTo(true))
                .body("left", equalTo(3));
        assertThat(entries.of(UUID.fromString(again.path("receipt"))).outcome()).isEqualTo("repeated");
        depot.take(one, pool, Map.of("idempotencyKey", "recovery-1", "reason", "another"))
                .then()
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
        depot.take(other, pool, key).then().body("code", equalTo(pool.codes().get(1)));
    }

    @Test
    void afterTenMinutesAKeyIsForgottenAndTheNextCodeLeaves() throws SQLException {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        Map<String, Object> key = Map.of("idempotencyKey", "recovery-2");
        depot.take(taker, pool, key).then().statusCode(200);
        try (Connection owner = roles.owner()) {
            Roles.execute(
                    owner,
                    "update claim_replay set time = time - interval '11 minutes' where secret = '" + pool.secret()
                            + "'");
        }
        depot.take(taker, pool, key).then().body("code", equalTo(pool.codes().get(1)));
    }

    @Test
    void aReplayOfAKeyAfterRevocationIsRefused() {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.stranger();
        UUID policy = rules.allow(taker.person().id(), pool.secret(), Verb.BACKUP_CODE_TAKE);
        Map<String, Object> key = Map.of("idempotencyKey", "recovery-3");
        depot.take(taker, pool, key).then().statusCode(200);
        rules.withdraw(policy);
        Response refused = depot.take(taker, pool, key);
        refused.then().statusCode(404);
        assertThat(refused.asString()).doesNotContain(pool.codes().getFirst());
        assertThat(entries.about(pool.secret(), "backup-code-taken")).hasSize(1);
    }

    @Test
    void theOwnersAreToldWithTheTakingThatMadeItLowAndWithTheLastOneAndNotBetween() {
        Pool pool = depot.pool(4, 2, 0);
        Taker taker = depot.taker(pool);
        List<UUID> receipts = List.of(1, 2, 3, 4).stream()
                .map(number -> depot.take(taker, pool, Map.of("idempotencyKey", "low-" + number)))
                .map(taken -> UUID.fromString(taken.path("receipt")))
                .toList();
        UUID owner = pool.owner().id();
        assertThat(told.because(receipts.get(0))).isEmpty();
        assertThat(told.because(receipts.get(1)))
                .extracting(Told.Row::kind, Told.Row::recipient)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("backup-codes-low", owner));
        assertThat(told.because(receipts.get(2))).isEmpty();
        assertThat(told.because(receipts.get(3))).hasSize(1);
        depot.take(taker, pool, Map.of("idempotencyKey", "low-4")).then().statusCode(200);
        assertThat(told.to(owner))
                .hasSize(2)
                .allSatisfy(row ->
                        pool.codes().forEach(code -> assertThat(row.message()).doesNotContain(code)));
    }

    @Test
    void ofAPoolThatWasLowFromTheStartTheFirstTakingTells() {
        Pool pool = depot.pool(2, 5, 0);
        Response taken = depot.take(depot.taker(pool), pool);
        assertThat(told.because(UUID.fromString(taken.path("receipt")))).hasSize(1);
    }

    @Test
    void afterARestoreNoCodeLeavesUntilNewOnesAreEntered() throws SQLException {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        Map<String, Object> key = Map.of("idempotencyKey", "before");
        depot.take(taker, pool, key)
                .then()
                .statusCode(200)
                .body("code", equalTo(pool.codes().getFirst()));
        try (Connection owner = roles.owner()) {
            Roles.execute(
                    owner,
                    "insert into claim_unsure select pool from backup_pool where secret = '" + pool.secret() + "'");
        }
        depot.take(taker, pool).then().statusCode(409).body("code", equalTo("restored"));
        assertThat(entries.of(taker.person().id(), "request-refused"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("restored");
        // What the copy knows that he has is his.
        depot.take(taker, pool, key)
                .then()
                .statusCode(200)
                .body("code", equalTo(pool.codes().getFirst()));
        Depot.as(taker.credential())
                .get("/api/v1/backup-code/" + pool.path())
                .then()
                .statusCode(200)
                .body("left", equalTo(2))
                .body("pools[0].restored", equalTo(true));
        List<String> fresh = Depot.codes(2);
        depot.put(pool.secret(), fresh, 0).then().statusCode(200);
        depot.take(taker, pool).then().statusCode(200).body("code", equalTo(fresh.getFirst()));
    }

    @Test
    void anotherPoolsCodeIsNotHandedOutWhoeverTurnedTheRows() throws SQLException {
        Pool one = depot.pool(2, 0, 0);
        Pool other = depot.pool(2, 0, 0);
        Taker taker = depot.taker(one);
        try (Connection owner = roles.owner()) {
            Roles.execute(
                    owner,
                    "delete from claim_backup_code where pool =" + " (select pool from backup_pool where secret = '"
                            + one.secret() + "')");
            Roles.execute(
                    owner,
                    "update claim_backup_code c set pool = p.pool from backup_pool p"
                            + " where p.secret = '" + one.secret() + "' and c.pool ="
                            + " (select pool from backup_pool where secret = '" + other.secret() + "')");
        }
        Response refused = depot.take(taker, one);
        refused.then().statusCode(503).body("code", equalTo("altered"));
        other.codes().forEach(code -> assertThat(refused.asString()).doesNotContain(code));
        assertThat(entries.about(one.secret(), "release-aborted")).hasSize(1);
    }

    @Test
    void whatIsMalformedIsRefusedAndNothingOfItRepeated() {
        Pool pool = depot.pool(2, 0, 0);
        Taker taker = depot.taker(pool);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("idempotencyKey", "with a blank qz9"),
                Map.of("idempotencyKey", "q".repeat(201)),
                Map.of("field", "qz9".repeat(100)),
                Map.of("request", "qz9"),
                Map.of("reason", "two\nlines qz9"))) {
            Response refused = depot.take(taker, pool, wrong);
            refused.then().statusCode(400);
            assertThat(refused.asString()).doesNotContain("qz9");
        }
        depot.take(taker, pool, Map.of("field", "No such")).then().statusCode(409);
        depot.take(taker, pool, Map.of("field", "codes")).then().statusCode(200);
    }
}
