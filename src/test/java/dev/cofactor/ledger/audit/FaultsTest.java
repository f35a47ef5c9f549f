// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.FaultyDatabase;
import dev.cofactor.fixtures.FaultyDatabase.Way;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.Claim;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At every statement and commit of a batch, failed and not stored, or stored but reported failed. */
@QuarkusTest
class FaultsTest {
    private static final int MORE_THAN_A_BATCH_HAS = 60;

    private final AuditLog log;
    private final AgroalDataSource database;
    private final WholeLog wholeLog;

    FaultsTest(AuditLog log, AgroalDataSource database, WholeLog wholeLog) {
        this.log = log;
        this.database = database;
        this.wholeLog = wholeLog;
    }

    @AfterEach
    void theWholeLogIsRight() {
        wholeLog.verify();
    }

    @ParameterizedTest
    @EnumSource
    void whereverItFailsTheAnswerIsTrueAndTheNextOneGoesThrough(Way way) throws Exception {
        boolean atCommit = false;
        int step = 0;
        for (; step < MORE_THAN_A_BATCH_HAS; step++) {
            FaultyDatabase faulty = new FaultyDatabase(database);
            try (AppendRig rig = new AppendRig(log.batch(), faulty.dataSource())) {
                List<Intent> batch =
                        Stream.generate(FaultsTest::everyKindOfClaim).limit(3).toList();
                faulty.failAt(step, way);
                List<CompletableFuture<Settlement>> answers =
                        batch.stream().map(rig::append).toList();
                rig.begin();
                for (int i = 0; i < batch.size(); i++) {
                    isTrue(AppendRig.settled(answers.get(i)), batch.get(i), faulty);
                }
                atCommit |= faulty.struckAtCommit();
                if (faulty.struck()) { // otherwise it would be the next one's fault
                    assertThat(AppendRig.settled(rig.append(AppendRig.note())))
                            .as("after step %d", step)
                            .isInstanceOf(Settlement.OnRecord.class);
                }
            }
            if (!faulty.struck()) {
                break;
            }
        }
        assertThat(atCommit).isTrue();
        assertThat(step).as("statements of a batch").isBetween(10, MORE_THAN_A_BATCH_HAS - 1);
    }

    @Test
    void whatCannotBeWrittenDoesNotTakeItsNeighboursWithIt() throws Exception {
        Intent impossible = AppendRig.fetch(List.of(new Claim.Replay(
                UUID.randomUUID(), UUID.randomUUID(), "code.fetch", "no text has \0 in it", new byte[] {1})));
        Intent before = everyKindOfClaim();
        Intent after = everyKindOfClaim();
        try (AppendRig rig = new AppendRig(log.batch(), database)) {
            List<CompletableFuture<Settlement>> answers =
                    Stream.of(before, impossible, after).map(rig::append).toList();
            rig.begin();
            assertThat(answers.stream().map(AppendRig::settled).map(Object::getClass))
                    .containsExactly(
                            Settlement.OnRecord.class, Settlement.Unavailable.class, Settlement.OnRecord.class);
        }
        assertThat(isStored(impossible)).isFalse();
    }

    @Test
    void whoComesAfterTheEndIsRefusedAndNobodyWaitsForEver() throws Exception {
        AppendRig rig = new AppendRig(log.batch(), database);
        CompletableFuture<Settlement> waiting = rig.append(AppendRig.note());
        rig.begin().close();
        assertThat(waiting).isCompletedWithValueMatching(Settlement.OnRecord.class::isInstance);
        assertThat(rig.append(AppendRig.note())).isCompletedWithValueMatching(Settlement.Overloaded.class::isInstance);
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
            case Settlement.Lost lost -> throw new AssertionError(lost);
            case Settlement.DecideAgain late -> throw new AssertionError(late);
            case Settlement.Overloaded full -> throw new AssertionError(full);
        }
    }

    private boolean isStored(Intent intent) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement asked = connection.prepareStatement("select from log_event where event = ?")) {
            asked.setObject(1, intent.event().id());
            try (ResultSet row = asked.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Intent everyKindOfClaim() {
        UUID one = UUID.randomUUID();
        return AppendRig.fetch(List.of(
                new Claim.Replay(one, one, "code.fetch", "key", new byte[] {1}),
                new Claim.Limit("fetches/" + one, Instant.now(), Duration.ofHours(1), 5),
                new Claim.Step(
                        one.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        Duration.ofSeconds(30),
                        0,
                        Duration.ZERO,
                        Claim.Sharing.EXCLUSIVE,
                        one,
                        one,
                        one),
                new Claim.Counter(one)));
    }
}
