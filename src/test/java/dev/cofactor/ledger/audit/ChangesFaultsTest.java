// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.FaultyDatabase;
import dev.cofactor.fixtures.FaultyDatabase.Way;
import dev.cofactor.fixtures.FaultyDriver;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Moves;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At every statement of a change and at its commit, failed and not stored, or stored but reported failed. */
@QuarkusTest
class ChangesFaultsTest {
    private static final int MORE_THAN_A_CHANGE_HAS = 40;

    private final AuditLog log;
    private final EntityManager entities;
    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry registry;
    private final AgroalDataSource database;
    private final WholeLog wholeLog;
    private final UUID row = UUID.randomUUID();

    ChangesFaultsTest(
            AuditLog log,
            EntityManager entities,
            TransactionManager transactions,
            TransactionSynchronizationRegistry registry,
            AgroalDataSource database,
            WholeLog wholeLog) {
        this.log = log;
        this.entities = entities;
        this.transactions = transactions;
        this.registry = registry;
        this.database = database;
        this.wholeLog = wholeLog;
    }

    @AfterEach
    void theWholeLogIsRight() {
        wholeLog.verify();
    }

    @ParameterizedTest
    @EnumSource
    void whereverAChangeFailsItsAnswerIsTrueAndTheNextGoesThrough(Way way) throws Exception {
        boolean atCommit = false;
        int step = 0;
        for (; step < MORE_THAN_A_CHANGE_HAS; step++) {
            FaultyDatabase faulty = new FaultyDatabase(database);
            try (AgroalDataSource source = over(faulty)) {
                Changes changes = new Changes(source, entities, log);
                long versionBefore = version();
                Intent intent = conditions();
                faulty.failAt(step, way);
                isTrue(apply(changes, intent), intent, faulty);
                assertThat(version()).isEqualTo(isStored(intent) ? versionBefore + 1 : versionBefore);
                atCommit |= faulty.struckAtCommit();
                if (!faulty.struck()) {
                    break;
                }
                assertThat(apply(changes, conditions()))
                        .as("after step %d", step)
                        .isInstanceOf(Settlement.OnRecord.class);
            }
        }
        assertThat(atCommit).isTrue();
        assertThat(step).as("statements of a change").isBetween(5, MORE_THAN_A_CHANGE_HAS - 1);
    }

    @Test
    void aCommitThatTheDatabaseRefusesIsCertainlyNotOnTheLog() throws Exception {
        try (Connection owner = Database.asOwner()) {
            Roles.execute(owner, """
                    create function refuse() returns trigger language plpgsql as $$
                    begin raise exception 'not this one' using errcode = 'check_violation'; end $$;
                    create constraint trigger refuse after insert on row_version deferrable initially deferred
                    for each row when (new.object = '%s') execute function refuse()
                    """.formatted(row));
            try {
                Intent intent = conditions();
                assertThat(apply(new Changes(database, entities, log), intent))
                        .isInstanceOf(Settlement.Unavailable.class);
                assertThat(isStored(intent)).isFalse();
            } finally {
                Roles.execute(owner, "drop function refuse() cascade");
            }
        }
    }

    private Settlement apply(Changes changes, Intent intent) {
        return changes.apply(intent, new Moves(true, Set.of(row)), now -> intent);
    }

    private static Intent conditions() {
        return Samples.fetch(List.of(new Claim.Counter(UUID.randomUUID())));
    }

    private void isTrue(Settlement settlement, Intent intent, FaultyDatabase faulty) throws SQLException {
        switch (settlement) {
            case Settlement.OnRecord done -> assertThat(isStored(intent)).isTrue();
            case Settlement.Unavailable not -> {
                assertThat(isStored(intent)).isFalse();
                assertThat(faulty.struckAtCommit()).isFalse();
            }
            case Settlement.Unknown unknown -> {
                assertThat(faulty.struckAtCommit()).isTrue();
                assertThat(unknown.event()).isEqualTo(intent.event().id());
            }
            case Settlement other -> throw new AssertionError(other);
        }
    }

    private AgroalDataSource over(FaultyDatabase faulty) throws SQLException {
        var config = ConfigProvider.getConfig();
        FaultyDriver.strikesLike(faulty);
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .transactionIntegration(new NarayanaTransactionIntegration(transactions, registry))
                        .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(FaultyDriver.class)
                                .jdbcUrl(config.getValue("quarkus.datasource.jdbc.url", String.class))
                                .principal(
                                        new NamePrincipal(config.getValue("quarkus.datasource.username", String.class)))
                                .credential(new SimplePassword(
                                        config.getValue("quarkus.datasource.password", String.class))))));
    }

    private long version() throws SQLException {
        return number("select coalesce(max(version), 0) from row_version where object = ?", row);
    }

    private boolean isStored(Intent intent) throws SQLException {
        return number(
                        "select count(*) from log_event where event = ?",
                        intent.event().id())
                == 1;
    }

    private long number(String question, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement asked = connection.prepareStatement(question)) {
            asked.setObject(1, id);
            try (ResultSet found = asked.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }
}
