// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import static dev.cofactor.desk.backups.Depot.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong with the record: no backup code and no sealed field leaves, by no route. */
@QuarkusTest
class NothingLeavesUnrecordedHttpTest {
    private static final String VALUE = "zz-a-sealed-value-zz";

    private final Depot depot;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Roles roles;
    private final Shelf shelf;
    private final WholeLog log;

    NothingLeavesUnrecordedHttpTest(
            Depot depot, Rules rules, Newcomers newcomers, LogEntries entries, Roles roles, Shelf shelf, WholeLog log) {
        this.depot = depot;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
        this.roles = roles;
        this.shelf = shelf;
        this.log = log;
    }

    /** How a record fails, by what a trigger does to it, at the statement or at the commit. */
    enum Fault {
        ERROR("raise exception 'no'", false),
        DISK_FULL("raise exception using errcode = '53100', message = 'no'", false),
        READ_ONLY("raise exception using errcode = '25006', message = 'no'", false),
        TIMEOUT("perform pg_sleep(20)", false),
        COMMIT_REFUSED("raise exception using errcode = '23514', message = 'no'", true),
        COMMIT_ANSWER_LOST("perform pg_terminate_backend(pg_backend_pid())", true),
        LOCK_HELD("", false);

        private final String body;
        private final boolean atCommit;

        Fault(String body, boolean atCommit) {
            this.body = body;
            this.atCommit = atCommit;
        }

        /** Of those who wait for a lock the first finds the log silent, and who comes after him finds a queue. */
        private String orElse() {
            return this == LOCK_HELD ? "overloaded" : "log-unavailable";
        }
    }

    @ParameterizedTest
    @EnumSource
    void noBackupCodeLeaves(Fault fault) throws SQLException {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        for (String accept : new String[] {"application/json", "text/plain"}) {
            Response refused = during(
                    fault,
                    () -> as(taker.credential())
                            .accept(accept)
                            .body(Map.of("idempotencyKey", "same"))
                            .post("/api/v1/backup-code/" + pool.path()));
            refused.then().statusCode(503);
            assertThat(refused.asString()).containsAnyOf("log-unavailable", fault.orElse());
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

    @ParameterizedTest
    @EnumSource
    void noFieldIsRevealed(Fault fault) throws SQLException {
        String at = secret();
        Person person = newcomers.settled();
        UUID secret =
                PublicId.SECRET.read(at.substring(at.lastIndexOf('/') + 1)).orElseThrow();
        rules.allow(person.id(), secret, Verb.FIELD_REVEAL);
        String reader = newcomers.credential(person);
        for (String accept : new String[] {"application/json", "text/plain"}) {
            Response refused =
                    during(fault, () -> as(reader).accept(accept).body(Map.of()).post(at + "/fields/Note/reveal"));
            refused.then().statusCode(503);
            assertThat(refused.asString())
                    .containsAnyOf("log-unavailable", fault.orElse())
                    .doesNotContain(VALUE);
        }
        assertThat(entries.about(secret, "field-revealed")).isEmpty();
        as(reader).body(Map.of()).post(at + "/fields/Note/reveal").then().body("value", equalTo(VALUE));
        assertThat(log.verify()).isPositive();
    }

    private String secret() {
        Map<String, Object> note = Map.of(
                "template",
                PublicId.TEMPLATE.of(UUID.fromString("00000000-0000-8000-8004-000000000008")),
                "folder",
                shelf.folder().path(),
                "slug",
                "note",
                "name",
                "A note",
                "fields",
                Map.of("Note", VALUE));
        return depot.asAdministrator()
                .body(note)
                .post("/api/v1/secrets")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private Response during(Fault fault, Supplier<Response> ask) throws SQLException {
        if (fault == Fault.LOCK_HELD) {
            try (Connection owner = roles.owner()) {
                owner.setAutoCommit(false);
                Roles.execute(owner, "select * from log_head for update");
                Response answer = ask.get();
                owner.rollback();
                return answer;
            }
        }
        try (Connection superuser = roles.superuser()) {
            Roles.execute(
                    superuser,
                    "create function fault() returns trigger language plpgsql as $$ begin " + fault.body
                            + "; return null; end $$");
            Roles.execute(
                    superuser,
                    fault.atCommit
                            ? "create constraint trigger fault after insert on log_event deferrable initially deferred"
                                    + " for each row execute function fault()"
                            : "create trigger fault after insert on log_event for each row execute function fault()");
            try {
                return ask.get();
            } finally {
                Roles.execute(superuser, "drop trigger fault on log_event");
                Roles.execute(superuser, "drop function fault()");
            }
        }
    }
}
