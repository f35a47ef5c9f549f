// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an attacker would do to the rows of seeds, and what is remembered of those who knew one. */
@QuarkusTest
class SeedsGuardedTest {
    private static final UUID OTHER = new UUID(7, 7);

    private final Enrolling enrolling;
    private final SeedRows rows;
    private final Custody custody;
    private final CustodyRows custodyRows;
    private final Shelf shelf;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Roles roles;
    private final Vault vault;

    SeedsGuardedTest(
            Enrolling enrolling,
            SeedRows rows,
            Custody custody,
            CustodyRows custodyRows,
            Shelf shelf,
            Newcomers newcomers,
            LogEntries entries,
            Roles roles,
            Vault vault) {
        this.enrolling = enrolling;
        this.rows = rows;
        this.custody = custody;
        this.custodyRows = custodyRows;
        this.shelf = shelf;
        this.newcomers = newcomers;
        this.entries = entries;
        this.roles = roles;
        this.vault = vault;
    }

    @Test
    void everyColumnThatSafetyDependsOnIsUnderTheRowsCode() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        Map<String, Consumer<SeedRow>> turns = new LinkedHashMap<>();
        turns.put("entry", row -> row.entry = OTHER);
        turns.put("secret", row -> row.secret = OTHER);
        turns.put("field", row -> row.field = OTHER);
        turns.put("fingerprint", row -> row.fingerprint[0] ^= 1);
        turns.put("kind", row -> row.kind = "steam");
        turns.put("algorithm", row -> row.algorithm = "SHA256");
        turns.put("digits", row -> row.digits = 8);
        turns.put("period", row -> row.period = 60);
        turns.put("counter", row -> row.counter++);
        turns.put("state", row -> row.state = SeedRow.State.UNDER_PROOF.word());
        turns.put("entered by", row -> row.enteredBy = OTHER);
        turns.put("entered at", row -> row.enteredAt = Instant.EPOCH);
        turns.put("proved by", row -> row.provedBy = OTHER);
        turns.put("proved at", row -> row.provedAt = Instant.EPOCH);
        turns.put("ended at", row -> row.endedAt = Instant.EPOCH);
        assertThat(rows.holds(rows.serving(secret).orElseThrow())).isTrue();
        turns.forEach((column, turn) -> {
            SeedRow row = rows.serving(secret).orElseThrow();
            turn.accept(row);
            assertThat(rows.holds(row)).as(column).isFalse();
        });
    }

    @Test
    void anAlteredSeedIsNotProved() throws SQLException {
        UUID secret = enrolling.secret();
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(200);
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, "update seed set period = 60 where secret = '" + secret + "'");
        }
        for (Map<String, Object> how : java.util.List.<Map<String, Object>>of(
                Map.of("code", code(key, 0)), Map.of("show", 1), Map.of("confirmed", true))) {
            enrolling.prove(secret, how).then().statusCode(503).body("code", equalTo("altered"));
        }
        assertThat(rows.serving(secret)).isEmpty();
        assertThat(entries.about(secret, "code-released")).isEmpty();
    }

    @Test
    void whoeverMayNotLookAtASeedIsOnTheLogForTrying() {
        UUID secret = enrolling.secret();
        String stranger = newcomers.credential(newcomers.settled());
        for (String path : new String[] {"/seed", "/seed/custody", "/backup-codes"}) {
            as(stranger).get(at(secret) + path).then().statusCode(404);
        }
        as(stranger)
                .body(Map.of("setupKey", enrolling.key()))
                .put(at(secret) + "/seed")
                .then()
                .statusCode(404);
        assertThat(entries.about(secret, "request-refused")).hasSize(4);
    }

    @Test
    void whatAnAgentEnteredItsPersonCouldHaveKnown() {
        UUID secret = enrolling.secret();
        enrolling.serving(secret);
        UUID seed = rows.serving(secret).orElseThrow().value;
        Actor.Agent agent = new Actor.Agent(UUID.randomUUID(), UUID.randomUUID());
        shelf.edit(secret, at -> {
            custodyRows.enter(seed, agent, Custody.How.TYPED, at.event(), at.time());
            return at;
        });
        assertThat(custody.couldBeKnownTo(agent.person()))
                .extracting(Custody.Known::seed)
                .containsExactly(seed);
        assertThat(custody.couldBeKnownTo(agent.id())).hasSize(1);
    }

    @Test
    void ofAPoolThatWasReplacedNoCodeStays() {
        UUID secret = shelf.secret(shelf.folder(), "pool", UUID.fromString("00000000-0000-8000-8004-000000000003"));
        for (String codes : new String[] {"11bakz1c, 22bakz1c, 33bakz1c", "44bakz1c, 55bakz1c"}) {
            enrolling
                    .asAdministrator()
                    .body(Map.of("text", codes))
                    .put(at(secret) + "/backup-codes")
                    .then()
                    .statusCode(200);
        }
        assertThat(vault.all(secret)).hasSize(2);
    }
}
