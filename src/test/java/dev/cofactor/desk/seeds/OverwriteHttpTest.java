// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a seed that served when another comes, and of two who want the same at once. */
@QuarkusTest
class OverwriteHttpTest {
    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Roles roles;
    private final Catalogue catalogue;
    private final Seeds seeds;
    private final SeedRows rows;
    private final Vault vault;
    private final LogEntries entries;
    private final WholeLog log;

    OverwriteHttpTest(
            Enrolling enrolling,
            Newcomers newcomers,
            Rules rules,
            Roles roles,
            Catalogue catalogue,
            Seeds seeds,
            SeedRows rows,
            Vault vault,
            LogEntries entries,
            WholeLog log) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.rules = rules;
        this.roles = roles;
        this.catalogue = catalogue;
        this.seeds = seeds;
        this.rows = rows;
        this.vault = vault;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aPlannedOverwriteServesTheOldSeedUntilTheNewOneIsProved() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        UUID old = value(secret);
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        assertThat(value(secret)).isEqualTo(old);
        enrolling.prove(secret, Map.of("code", code(key, 0))).then().statusCode(200);
        assertThat(value(secret)).isNotEqualTo(old);
        assertThat(vault.find(old)).isEmpty();
        assertThat(vault.all(secret)).hasSize(1);
        assertThat(entries.about(secret, "seed-overwritten")
                        .getFirst()
                        .body()
                        .at("/details/parts/0")
                        .asText())
                .isEqualTo("planned");
    }

    @Test
    void aCompromisedSeedStopsInTheSameCommitWithWhatWasGrantedOnIt() throws SQLException {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        UUID old = value(secret);
        UUID grant = UUID.randomUUID();
        execute("insert into access_grant (id, actor, action, secret, clause, uses_left, ends) values ('" + grant
                + "', gen_random_uuid(), 'code.fetch', '" + secret + "', '\\x00', 3, now() + interval '1 hour')");
        execute("insert into claim_step (fingerprint, step, session, actor, event, ends, secret, sharing, time)"
                + " select fingerprint, 1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),"
                + " now() + interval '1 hour', secret, 'SHARED', now() from seed"
                + " where value = '" + old + "'");
        String key = enrolling.key();
        enrolling.enter(secret, key, "compromised").then().statusCode(200);
        assertThat(seeds.serving(secret)).isEmpty();
        assertThat(vault.find(old)).isEmpty();
        assertThat(state(secret)).isEqualTo(Placed.State.DRAFT);
        assertThat(text("select ended from access_grant where id = '" + grant + "'"))
                .isEqualTo("seed-overwritten");
        assertThat(text("select c.session || ' ' || c.sharing from claim_step c"
                        + " join seed s using (fingerprint) where c.step = 1"
                        + " and s.value = '" + old + "'"))
                .isEqualTo(new UUID(0, 0) + " EXCLUSIVE");
        enrolling.prove(secret, Map.of("code", code(key, 0))).then().statusCode(200);
        assertThat(state(secret)).isEqualTo(Placed.State.ACTIVE);
    }

    @Test
    void whoMayEditMayBringTheFirstSeedButNotOverwriteIt() {
        UUID secret = enrolling.secret();
        Person person = newcomers.settled();
        rules.allow(person.id(), secret, Verb.SECRET_EDIT);
        String shown = newcomers.credential(person);
        as(shown)
                .body(Map.of("setupKey", enrolling.key()))
                .put(at(secret) + "/seed")
                .then()
                .statusCode(200);
        enrolling.serving(secret);
        as(shown)
                .body(Map.of("setupKey", enrolling.key()))
                .put(at(secret) + "/seed")
                .then()
                .statusCode(403);
        String stranger = newcomers.credential(newcomers.settled());
        as(stranger)
                .body(Map.of("setupKey", enrolling.key()))
                .put(at(secret) + "/seed")
                .then()
                .statusCode(404);
        as(stranger)
                .body(Map.of("show", 1))
                .post(at(secret) + "/seed/proof")
                .then()
                .statusCode(404);
        as(stranger).get(at(secret) + "/seed").then().statusCode(404);
        as(stranger).get(at(secret) + "/backup-codes").then().statusCode(404);
        assertThat(entries.about(secret, "request-refused"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("denied", "not-found", "not-found", "not-found", "not-found");
    }

    @Test
    void ofTwoProofsAtOnceOneActivates() {
        UUID secret = enrolling.secret();
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        assertThat(Enrolling.atOnce(2, one -> enrolling.prove(secret, Map.of("code", code(key, one)))))
                .containsOnlyOnce(200);
        assertThat(entries.about(secret, "seed-proved")).hasSize(1);
        assertThat(vault.all(secret)).hasSize(1);
    }

    @Test
    void ofSeveralEntriesAtOnceOneSeedIsUnderProof() {
        UUID secret = enrolling.secret();
        List<Integer> answers = Enrolling.atOnce(3, one -> enrolling.enter(secret, enrolling.key(), "planned"));
        assertThat(answers).contains(200).allMatch(status -> status == 200 || status == 412);
        assertThat(rows.all(secret))
                .hasSize((int) answers.stream().filter(status -> status == 200).count())
                .filteredOn(row -> row.is(SeedRow.State.UNDER_PROOF))
                .hasSize(1);
        assertThat(vault.all(secret)).hasSize(1);
    }

    @Test
    void aConfirmationCodeIsGoodOnceAndTriesAreCounted() {
        UUID secret = enrolling.secret();
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        String right = code(key, 0);
        enrolling.prove(secret, Map.of("code", right)).then().statusCode(200);
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        enrolling
                .prove(secret, Map.of("code", right))
                .then()
                .statusCode(400)
                .body("code", equalTo("code-not-accepted"));
        for (String wrong : new String[] {" " + right, right + "0", ""}) {
            enrolling.prove(secret, Map.of("code", wrong)).then().statusCode(400);
        }
        int last = 0;
        for (int more = 0; more < 12; more++) {
            last = enrolling.prove(secret, Map.of("code", "000000")).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void whatFailsBeforeTheCommitLeavesNothingHalf() throws SQLException {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        UUID old = value(secret);
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        execute("create function stop_it() returns trigger language plpgsql as"
                + " 'begin raise exception ''a test''; end'");
        execute(
                "create trigger stop_it before update on seed for each row when (new.state = 'serving' and new.secret = '"
                        + secret + "') execute function stop_it()");
        try {
            assertThat(enrolling.prove(secret, Map.of("code", code(key, 0))).statusCode())
                    .isGreaterThanOrEqualTo(500);
            assertThat(value(secret)).isEqualTo(old);
            assertThat(rows.underProof(secret)).isPresent();
            assertThat(vault.all(secret)).hasSize(2);
        } finally {
            execute("drop trigger stop_it on seed");
            execute("drop function stop_it()");
        }
        enrolling.prove(secret, Map.of("code", code(key, 1))).then().statusCode(200);
        assertThat(value(secret)).isNotEqualTo(old);
    }

    @Test
    void aRowThatAWriterOfTheDatabaseTurnedIsFoundOut() throws SQLException {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        execute("update seed set digits = 8 where secret = '" + secret + "'");
        assertThatThrownBy(() -> seeds.serving(secret))
                .isInstanceOf(SeedRefused.class)
                .satisfies(thrown -> assertThat(((SeedRefused) thrown).code()).isEqualTo("altered"));
        assertThat(entries.about(secret, "release-aborted")).hasSize(1);
    }

    private UUID value(UUID secret) {
        return seeds.serving(secret).orElseThrow().where().value();
    }

    private Placed.State state(UUID secret) {
        return catalogue.find(secret).orElseThrow().state();
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection owner = roles.owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
