// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static dev.cofactor.ledger.audit.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Won;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditLogTest {
    private final AuditLog log;
    private final Changes changes;
    private final WholeLog wholeLog;
    private final AgroalDataSource database;

    AuditLogTest(AuditLog log, Changes changes, WholeLog wholeLog, AgroalDataSource database) {
        this.log = log;
        this.changes = changes;
        this.wholeLog = wholeLog;
        this.database = database;
    }

    @AfterEach
    void theWholeLogIsRight() {
        wholeLog.verify();
    }

    @Test
    void whatManyAppendAtOnceIsGaplessAndAllOfIt() throws Exception {
        long before = wholeLog.verify();
        List<CompletionStage<Settlement>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            callers.invokeAll(IntStream.range(0, 600)
                            .mapToObj(i -> (java.util.concurrent.Callable<CompletionStage<Settlement>>)
                                    () -> log.append(fetch(List.of())))
                            .toList())
                    .forEach(answer -> answers.add(answer.resultNow()));
        }
        List<Long> indexes = answers.stream()
                .map(Samples::settled)
                .map(done -> ((Settlement.OnRecord) done).recorded().index())
                .sorted()
                .toList();
        assertThat(indexes).doesNotHaveDuplicates().hasSize(600);
        assertThat(wholeLog.verify()).isEqualTo(before + 600);
    }

    @Test
    void aStepGoesToOneSessionAndTheOthersAreToldWhenTheNextBegins() {
        byte[] seed = fingerprint();
        List<Settlement> answers = IntStream.range(0, 200)
                .mapToObj(i -> log.append(fetch(List.of(step(seed, Claim.Sharing.EXCLUSIVE, UUID.randomUUID())))))
                .toList()
                .stream()
                .map(Samples::settled)
                .toList();
        List<Settlement> winners =
                answers.stream().filter(Settlement.OnRecord.class::isInstance).toList();
        List<Won> steps = winners.stream().map(Samples::firstWon).toList();
        assertThat(steps).isNotEmpty().doesNotHaveDuplicates();
        assertThat(steps.size()).isLessThanOrEqualTo(2); // two if the run crosses into the next step
        assertThat(answers)
                .filteredOn(Settlement.Lost.class::isInstance)
                .hasSize(200 - winners.size())
                .allSatisfy(lost -> assertThat(((Settlement.Lost) lost).loss()).isInstanceOf(Loss.Busy.class));
    }

    @Test
    void aStepIsSeenAgainByWhoeverMayShareIt() {
        UUID session = UUID.randomUUID();
        byte[] own = fingerprint();
        settled(log.append(fetch(List.of(step(own, Claim.Sharing.EXCLUSIVE, session)))));
        assertThat(won(fetch(List.of(step(own, Claim.Sharing.EXCLUSIVE, session)))))
                .matches(prize -> ((Won.Step) prize).repeated());
        byte[] all = fingerprint();
        settled(log.append(fetch(List.of(step(all, Claim.Sharing.SHARED, UUID.randomUUID())))));
        assertThat(won(fetch(List.of(step(all, Claim.Sharing.SHARED, UUID.randomUUID())))))
                .matches(prize -> !((Won.Step) prize).repeated())
                .matches(prize -> ((Won.Step) prize).first().isPresent());
    }

    @Test
    void aStepTakenForOneAloneIsNotSharedAfterwards() {
        byte[] own = fingerprint();
        settled(log.append(fetch(List.of(step(own, Claim.Sharing.EXCLUSIVE, UUID.randomUUID())))));
        Settlement late = settled(log.append(fetch(List.of(step(own, Claim.Sharing.SHARED, UUID.randomUUID())))));
        assertThat(late).matches(lost -> lost instanceof Settlement.Lost || secondsOfStep() < 5);
    }

    /** Few seconds into a step, the one before may have been meant. */
    private static long secondsOfStep() {
        return Instant.now().getEpochSecond() % 30;
    }

    @Test
    void aPoolOfTenBackupCodesHasTenTakersOutOfAThousandAndTheOldestGoesFirst() throws SQLException {
        UUID pool = UUID.randomUUID();
        List<UUID> codes =
                IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();
        for (int i = 0; i < codes.size(); i++) {
            execute("insert into claim_backup_code (code, pool, position) values ('%s', '%s', %d)"
                    .formatted(codes.get(i), pool, i));
        }
        List<Settlement> answers =
                IntStream.range(0, 1000)
                        .mapToObj(i -> log.append(fetch(List.of(new Claim.BackupCode(pool)))))
                        .toList()
                        .stream()
                        .map(Samples::settled)
                        .toList();
        List<UUID> taken = answers.stream()
                .filter(Settlement.OnRecord.class::isInstance)
                .map(done -> ((Won.BackupCode) firstWon(done)).code())
                .toList();
        assertThat(taken).containsExactlyElementsOf(codes);
        assertThat(answers)
                .filteredOn(Settlement.Lost.class::isInstance)
                .allMatch(lost -> ((Settlement.Lost) lost).loss().equals(new Loss.Ended(Loss.Reason.POOL_EMPTY)));
    }

    @Test
    void everyCounterGoesOutOnceAndAReplayIsShownItsOwn() {
        UUID seed = UUID.randomUUID();
        List<Long> counters =
                IntStream.range(0, 100)
                        .mapToObj(i -> log.append(fetch(List.of(new Claim.Counter(seed)))))
                        .toList()
                        .stream()
                        .map(answer -> ((Won.Counter) firstWon(settled(answer))).counter())
                        .toList();
        assertThat(counters)
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.range(0, 100).boxed().toList());

        Claim replay = replay("key-1", "same");
        settled(log.append(fetch(List.of(replay, new Claim.Counter(seed)))));
        Settlement again = settled(log.append(fetch(List.of(replay, new Claim.Counter(seed)))));
        assertThat(((Settlement.OnRecord) again).won()).contains(new Won.Counter(100));
        assertThat(((Settlement.OnRecord) settled(log.append(fetch(List.of(new Claim.Counter(seed)))))).won())
                .containsExactly(new Won.Counter(101));
    }

    @Test
    void aKeyUsedForSomethingElseIsRefused() {
        settled(log.append(fetch(List.of(replay("key-2", "one")))));
        Settlement other = settled(log.append(fetch(List.of(replay("key-2", "other")))));
        assertThat(other).isEqualTo(new Settlement.Lost(new Loss.Ended(Loss.Reason.KEY_USED_OTHERWISE)));
    }

    @Test
    void aLimitHoldsHoweverManyAskAtOnce() {
        Instant fine = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusNanos(999_999_999);
        Claim limit = new Claim.Limit("fetches/" + UUID.randomUUID(), fine, Duration.ofHours(1), 5);
        long through = IntStream.range(0, 200).mapToObj(i -> log.append(fetch(List.of(limit)))).toList().stream()
                .map(Samples::settled)
                .filter(Settlement.OnRecord.class::isInstance)
                .count();
        assertThat(through).isEqualTo(5);
    }

    @Test
    void theLastUseOfAGrantGoesToOneOfTwo() throws SQLException {
        UUID grant = UUID.randomUUID();
        execute("""
                insert into access_grant (id, actor, action, secret, clause, uses_left, ends)
                values ('%s', gen_random_uuid(), 'code.fetch', gen_random_uuid(), '\\x01', 1, now() + interval '1 hour')
                """.formatted(grant));
        Claim use = new Claim.GrantUse(grant, new byte[] {1});
        List<Settlement> answers =
                IntStream.range(0, 2).mapToObj(i -> log.append(fetch(List.of(use)))).toList().stream()
                        .map(Samples::settled)
                        .toList();
        assertThat(answers).filteredOn(Settlement.OnRecord.class::isInstance).hasSize(1);
        assertThat(settled(log.append(fetch(List.of(new Claim.GrantUse(grant, new byte[] {2}))))))
                .isEqualTo(new Settlement.Lost(new Loss.Ended(Loss.Reason.GRANT_ENDED)));
    }

    @Test
    void whoLosesOneClaimHasTakenNothing() throws SQLException {
        UUID seed = UUID.randomUUID();
        Claim impossible = new Claim.BackupCode(UUID.randomUUID());
        settled(log.append(fetch(List.of(new Claim.Counter(seed), impossible))));
        assertThat(((Settlement.OnRecord) settled(log.append(fetch(List.of(new Claim.Counter(seed)))))).won())
                .containsExactly(new Won.Counter(0));
    }

    @Test
    void nothingDecidedBeforeAChangeIsRecordedAfterIt() {
        long world = world();
        Intent decidedBefore = new Intent(
                event(EventClass.CODE_RELEASED),
                Optional.empty(),
                List.of(),
                OptionalLong.of(world),
                Map.of(),
                Intent.Lane.KNOWN);
        Settlement change = changes.apply(
                decidedBefore, Moves.WORLD, now -> Intent.note(event(EventClass.EDITION_SAVED), Intent.Lane.KNOWN));
        assertThat(change).isInstanceOf(Settlement.OnRecord.class);
        assertThat(settled(log.append(decidedBefore))).isEqualTo(new Settlement.DecideAgain());
        assertThat(world()).isEqualTo(world + 1);
    }

    @Test
    void aChangedRowSendsBackOnlyThoseWhoDecidedOnIt() {
        UUID row = UUID.randomUUID();
        Intent decidedOnIt = new Intent(
                event(EventClass.CODE_RELEASED),
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                Map.of(row, 0L),
                Intent.Lane.KNOWN);
        changes.apply(
                fetch(List.of()),
                new Moves(false, java.util.Set.of(row)),
                now -> Intent.note(event(EventClass.SECRET_EDITED), Intent.Lane.KNOWN));
        assertThat(settled(log.append(decidedOnIt))).isEqualTo(new Settlement.DecideAgain());
        assertThat(settled(log.append(fetch(List.of())))).isInstanceOf(Settlement.OnRecord.class);
    }

    @Test
    void aChangeThatFailsLeavesNothingBehind() {
        long before = wholeLog.verify();
        long world = world();
        assertThatThrownBy(() -> changes.apply(fetch(List.of()), Moves.WORLD, now -> {
                    throw new IllegalStateException("the work fails");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(wholeLog.verify()).isEqualTo(before);
        assertThat(world()).isEqualTo(world);
    }

    private long world() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select world from log_head")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Won won(Intent intent) {
        return firstWon(settled(log.append(intent)));
    }
}
