// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A seed that is stopped, with nothing in its place yet. */
@QuarkusTest
class StopHttpTest {
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

    StopHttpTest(
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
    void aSeedStopsWithItsLeasesAndGrantsAndTheSecretIsADraft() throws SQLException {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        UUID seed = seeds.serving(secret).orElseThrow().where().value();
        execute("insert into access_grant (id, actor, action, secret, clause, uses_left, ends) values"
                + " (gen_random_uuid(), gen_random_uuid(), 'code.fetch', '" + secret
                + "', '\\x00', 3, now() + interval '1 hour')");
        execute("insert into claim_step (fingerprint, step, session, actor, event, ends, secret, sharing, time)"
                + " select fingerprint, 1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),"
                + " now() + interval '1 hour', secret, 'SHARED', now() from seed"
                + " where value = '" + seed + "'");
        enrolling
                .stop(secret)
                .then()
                .statusCode(200)
                .body("seed", equalTo(seed.toString()))
                .body("ended", notNullValue());
        assertThat(seeds.serving(secret)).isEmpty();
        assertThat(vault.all(secret)).isEmpty();
        assertThat(state(secret)).isEqualTo(Placed.State.DRAFT);
        assertThat(text("select ended from access_grant where secret = '" + secret + "'"))
                .isEqualTo("seed-overwritten");
        assertThat(text("select c.session || ' ' || c.sharing from claim_step c"
                        + " join seed s using (fingerprint) where c.step = 1"
                        + " and s.value = '" + seed + "'"))
                .isEqualTo(new UUID(0, 0) + " EXCLUSIVE");
        assertThat(entries.about(secret, "seed-stopped")).singleElement().satisfies(entry -> {
            assertThat(entry.body().at("/details/value").asText()).isEqualTo(seed.toString());
            assertThat(entry.body().at("/details/verb").asText()).isEqualTo("seed.overwrite");
        });
        enrolling.stop(secret).then().statusCode(409).body("code", equalTo("no-serving-seed"));
    }

    @Test
    void anotherUnderProofStaysAndServesOnceItIsProved() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        String next = enrolling.key();
        enrolling.enter(secret, next, "planned").then().statusCode(200);
        enrolling.stop(secret).then().statusCode(200);
        assertThat(state(secret)).isEqualTo(Placed.State.DRAFT);
        enrolling.prove(secret, Map.of("code", code(next, 0))).then().statusCode(200);
        assertThat(state(secret)).isEqualTo(Placed.State.ACTIVE);
        assertThat(seeds.serving(secret)).isPresent();
    }

    @Test
    void theVerySameSeedUnderProofEndsToo() {
        UUID secret = enrolling.secret();
        String key = enrolling.serving(secret);
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        enrolling.stop(secret).then().statusCode(200);
        assertThat(rows.alive(secret)).isEmpty();
        assertThat(vault.all(secret)).isEmpty();
    }

    @Test
    void whoMayNotOverwriteMayNotStopAndThatIsOnTheLog() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        as(shown).post(at(secret) + "/seed/stop").then().statusCode(404);
        rules.allow(person.id(), secret, Verb.SECRET_EDIT, Verb.SECRET_READ_META);
        as(shown).post(at(secret) + "/seed/stop").then().statusCode(403);
        assertThat(entries.about(secret, "request-refused"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("not-found", "denied");
        assertThat(seeds.serving(secret)).isPresent();
        rules.allow(person.id(), secret, Verb.SEED_OVERWRITE);
        as(shown).post(at(secret) + "/seed/stop").then().statusCode(200);
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
                ResultSet row = owner.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
