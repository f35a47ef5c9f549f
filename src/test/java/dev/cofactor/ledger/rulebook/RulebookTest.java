// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the table as it is left by others; what is committed here goes again, by the owner's hand. */
@QuarkusTest
class RulebookTest {
    private static final PolicySet NOTHING = new PolicySet(List.of());
    private static final PolicySet SOMETHING = Predefined.policies();

    private final EditionRows rows;
    private final DataSource database;
    private final Ids ids;
    private final Newcomers newcomers;
    private Rulebook rulebook;
    private UUID author;
    private long last;

    RulebookTest(EditionRows rows, DataSource database, Ids ids, Newcomers newcomers) {
        this.rows = rows;
        this.database = database;
        this.ids = ids;
        this.newcomers = newcomers;
    }

    @BeforeEach
    void begin() {
        rulebook = new Rulebook(rows);
        author = newcomers.invited().id();
        inTransaction(() -> rulebook.insertFirst(ids.next(), Instant.EPOCH));
        last = QuarkusTransaction.requiringNew().call(rows::count);
    }

    @AfterEach
    void forget() throws SQLException {
        asOwner("delete from edition where author = '" + author + "' or created_at = to_timestamp(0)");
    }

    @Test
    void theFirstEditionGivesTheRolesTheirRightsAndIsWrittenOnce() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> rulebook.insertFirst(ids.next(), Instant.EPOCH)))
                .isEmpty();
        Edition first = QuarkusTransaction.requiringNew().call(() -> rulebook.read(1, hashIs(SOMETHING)));
        assertThat(first.policies()).isEqualTo(Predefined.policies());
    }

    @Test
    void nothingIsDecidedBeforeAnEditionIsLoaded() {
        assertThatThrownBy(rulebook::current).isInstanceOf(RulebookUntrue.class);
    }

    @Test
    void aSavedEditionIsInForceOnceItIsLoaded() {
        Edition saved = saved(SOMETHING);
        assertThat(saved.number()).isEqualTo(last + 1);
        assertThatThrownBy(rulebook::current).isInstanceOf(RulebookUntrue.class);
        Edition loaded = load(saved.number(), hashIs(SOMETHING));
        assertThat(loaded.hash()).isEqualTo(saved.hash());
        assertThat(loaded.policies()).isEqualTo(SOMETHING);
        assertThat(rulebook.current()).isSameAs(loaded);
    }

    @Test
    void anOlderNumberNeverGoesBack() {
        Edition older = saved(SOMETHING);
        Edition newer = saved(NOTHING);
        Edition loaded = load(newer.number(), hashIs(NOTHING));
        assertThat(load(older.number(), hashIs(SOMETHING))).isSameAs(loaded);
        Edition read = QuarkusTransaction.requiringNew().call(() -> rulebook.read(older.number(), hashIs(SOMETHING)));
        assertThat(read.policies()).isEqualTo(SOMETHING);
        assertThat(rulebook.current()).isSameAs(loaded);
    }

    @Test
    void whoStartedFromAnOldEditionIsRefused() {
        saved(SOMETHING);
        assertThatThrownBy(() -> inTransaction(() -> rulebook.insert(NOTHING, saving(last))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CHANGED_MEANWHILE));
        assertThatThrownBy(() -> inTransaction(() -> rulebook.insert(NOTHING, saving(last + 7))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsRefused() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.begin();
            rulebook.insert(SOMETHING, saving(last));
            Future<?> second = other.submit(() -> inTransaction(() -> rulebook.insert(NOTHING, saving(last))));
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            QuarkusTransaction.commit();
            assertThatThrownBy(second::get).hasCauseInstanceOf(Problem.class);
        }
    }

    @Test
    void anEditionThatIsNotTheOneOnTheLogStopsTheNode() {
        load(saved(SOMETHING).number(), hashIs(SOMETHING));
        Edition next = saved(NOTHING);
        assertThatThrownBy(() -> load(next.number(), hashIs(SOMETHING))).isInstanceOf(RulebookUntrue.class);
        assertThatThrownBy(rulebook::current).isInstanceOf(RulebookUntrue.class);
        assertThatThrownBy(() -> load(next.number(), (event, number) -> Optional.empty()))
                .isInstanceOf(RulebookUntrue.class);
        assertThat(load(next.number(), hashIs(NOTHING)).hash()).isEqualTo(next.hash());
    }

    @Test
    void anAlteredDocumentIsNotLoaded() throws SQLException {
        Edition saved = saved(NOTHING);
        asOwner("update edition set document = document || ' '::bytea where number = " + saved.number());
        ExpectedHash gullible = (event, number) -> Optional.of(Edition.hashOf(" ".getBytes(UTF_8)));
        assertThatThrownBy(() -> load(saved.number(), hashIs(NOTHING))).isInstanceOf(RulebookUntrue.class);
        assertThatThrownBy(() -> load(saved.number(), gullible)).isInstanceOf(RulebookUntrue.class);
    }

    @Test
    void anEditionThatIsNotThereStopsTheNode() {
        assertThatThrownBy(() -> load(last + 1, hashIs(NOTHING))).isInstanceOf(RulebookUntrue.class);
    }

    @Test
    void theServerCanNeitherAlterNorRemoveAnEdition() throws SQLException {
        for (String statement :
                List.of("update edition set author = null", "delete from edition", "truncate edition")) {
            try (Connection connection = database.getConnection();
                    Statement server = connection.createStatement()) {
                assertThatThrownBy(() -> server.execute(statement)).hasMessageContaining("permission denied");
            }
        }
    }

    private Edition saved(PolicySet policies) {
        long after = QuarkusTransaction.requiringNew().call(rows::count);
        return QuarkusTransaction.requiringNew().call(() -> rulebook.insert(policies, saving(after)));
    }

    private Saving saving(long after) {
        return new Saving(after, author, ids.next(), Instant.EPOCH);
    }

    private Edition load(long number, ExpectedHash expected) {
        return QuarkusTransaction.requiringNew().call(() -> rulebook.load(number, expected));
    }

    private static ExpectedHash hashIs(PolicySet policies) {
        return (event, number) -> Optional.of(Edition.hashOf(policies.canonical()));
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static void asOwner(String sql) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.flyway.jdbc-url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement owner = connection.createStatement()) {
            owner.execute(sql);
        }
    }
}
