// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two who want something else with one seed at the same moment: both were admitted before either is done. */
@QuarkusTest
class SeedRacesHttpTest {
    private final Enrolling enrolling;
    private final Roles roles;
    private final Catalogue catalogue;
    private final Seeds seeds;
    private final SeedRows rows;
    private final Custody custody;
    private final Vault vault;
    private final LogEntries entries;
    private final WholeLog log;

    SeedRacesHttpTest(
            Enrolling enrolling,
            Roles roles,
            Catalogue catalogue,
            Seeds seeds,
            SeedRows rows,
            Custody custody,
            Vault vault,
            LogEntries entries,
            WholeLog log) {
        this.enrolling = enrolling;
        this.roles = roles;
        this.catalogue = catalogue;
        this.seeds = seeds;
        this.rows = rows;
        this.custody = custody;
        this.vault = vault;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void ofTwoWhoEnterASeedAtOnceOneIsToldThatItHasChanged() {
        UUID secret = enrolling.secret();
        List<Response> answers = inThisOrder(
                () -> enrolling.enter(secret, enrolling.key(), "planned"),
                () -> enrolling.enter(secret, enrolling.key(), "planned"));
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 412);
        answers.getLast().then().body("code", equalTo("changed-meanwhile"));
        assertThat(rows.all(secret)).hasSize(1);
        assertThat(vault.all(secret)).hasSize(1);
        assertThat(custody.of(secret))
                .singleElement()
                .satisfies(known -> assertThat(known.seed().toString())
                        .isEqualTo(answers.getFirst().path("seed.id")));
        assertThat(entries.about(secret, "seed-enrolled")).hasSize(1);
    }

    @Test
    void ofTwoWhoOverwriteAtOnceOneIsToldThatItHasChanged() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        List<Response> answers = inThisOrder(
                () -> enrolling.enter(secret, enrolling.key(), "compromised"),
                () -> enrolling.enter(secret, enrolling.key(), "planned"));
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 412);
        assertThat(custody.of(secret)).hasSize(2);
        assertThat(vault.all(secret)).hasSize(1);
    }

    @Test
    void aProofThatComesAfterACompromisedOverwriteProvesNothing() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        String planned = enrolling.key();
        enrolling.enter(secret, planned, "planned").then().statusCode(200);
        enrolling.prove(secret, Map.of("show", 1)).then().statusCode(200);
        String last = enrolling.key();
        List<Response> answers = inThisOrder(
                () -> enrolling.enter(secret, last, "compromised"),
                () -> enrolling.prove(secret, Map.of("confirmed", true)));
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 409);
        answers.getLast().then().body("code", equalTo("no-seed-under-proof"));
        onlyTheLastIsUnderProof(secret, last);
    }

    @Test
    void aCompromisedOverwriteThatComesAfterAProofDoesNotEndWhatItNeverSaw() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        enrolling.enter(secret, enrolling.key(), "planned").then().statusCode(200);
        enrolling.prove(secret, Map.of("show", 1)).then().statusCode(200);
        List<Response> answers = inThisOrder(
                () -> enrolling.prove(secret, Map.of("confirmed", true)),
                () -> enrolling.enter(secret, enrolling.key(), "compromised"));
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 412);
        assertThat(seeds.serving(secret)).isPresent();
        assertThat(state(secret)).isEqualTo(Placed.State.ACTIVE);
    }

    /** Whoever comes first, what is left is one seed, and what serves was proved by somebody who was told so. */
    @RepeatedTest(3)
    void aProofAndACompromisedOverwriteNeverServeBoth() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        String planned = enrolling.key();
        enrolling.enter(secret, planned, "planned").then().statusCode(200);
        List<Integer> answers = Enrolling.atOnce(
                2,
                one -> one == 0
                        ? enrolling.prove(secret, Map.of("code", code(planned, 0)))
                        : enrolling.enter(secret, enrolling.key(), "compromised"));
        boolean overwritten = answers.get(1) == 200;
        assertThat(answers.get(0) == 200 || overwritten).isTrue();
        assertThat(seeds.serving(secret).isPresent()).isEqualTo(!overwritten);
        assertThat(state(secret)).isEqualTo(overwritten ? Placed.State.DRAFT : Placed.State.ACTIVE);
        assertThat(vault.all(secret)).hasSize(1);
    }

    @Test
    void whatFailsAfterTheVaultsRowIsWrittenLeavesTheOldSeedServing() throws SQLException {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        UUID old = seeds.serving(secret).orElseThrow().where().value();
        execute(
                "create function after_it() returns trigger language plpgsql as 'begin raise exception ''a test''; end'");
        execute("create trigger after_it after insert on custody for each row when (new.event is not null)"
                + " execute function after_it()");
        try {
            assertThat(enrolling.enter(secret, enrolling.key(), "compromised").statusCode())
                    .isGreaterThanOrEqualTo(500);
        } finally {
            execute("drop trigger after_it on custody");
            execute("drop function after_it()");
        }
        assertThat(seeds.serving(secret).orElseThrow().where().value()).isEqualTo(old);
        assertThat(vault.all(secret)).hasSize(1);
        assertThat(rows.alive(secret)).containsExactly(old);
        assertThat(custody.of(secret)).hasSize(1);
        assertThat(state(secret)).isEqualTo(Placed.State.ACTIVE);
    }

    private void onlyTheLastIsUnderProof(UUID secret, String key) {
        assertThat(seeds.serving(secret)).isEmpty();
        assertThat(state(secret)).isEqualTo(Placed.State.DRAFT);
        assertThat(vault.all(secret)).hasSize(1);
        enrolling.prove(secret, Map.of("code", code(key, 0))).then().statusCode(200);
        enrolling.asAdministrator().get(at(secret) + "/seed").then().body("seeds[0].state", equalTo("serving"));
    }

    /** Each has been admitted and waits for the log's head, in this order, before any of them goes on. */
    @SafeVarargs
    private List<Response> inThisOrder(Supplier<Response>... asks) {
        enrolling.administrator();
        List<CompletableFuture<Response>> answers = new ArrayList<>();
        try (Connection head = roles.owner()) {
            head.setAutoCommit(false);
            Roles.execute(head, "select from log_head for update");
            for (Supplier<Response> ask : asks) {
                answers.add(Enrolling.begun(ask));
                int waiting = answers.size();
                Waiting.until(
                        Duration.ofSeconds(2), () -> waiting() >= waiting, () -> waiting() + " wait for the head");
            }
            head.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private int waiting() {
        try (Connection owner = roles.superuser();
                var statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and query like '%log_head for update%'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Placed.State state(UUID secret) {
        return catalogue.find(secret).orElseThrow().state();
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, sql);
        }
    }
}
