// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.FaultyDatabase;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What it costs that channels can be told of events, and who is told when that has just changed. */
@QuarkusTest
class AudienceTest {
    private final AuditLog log;
    private final AgroalDataSource database;
    private final Gate gate;
    private final Roles roles;
    private final WholeLog wholeLog;
    private final EntityManager entities;
    private final UUID channel = UUID.randomUUID();

    AudienceTest(
            AuditLog log,
            AgroalDataSource database,
            Gate gate,
            Roles roles,
            WholeLog wholeLog,
            EntityManager entities) {
        this.log = log;
        this.database = database;
        this.gate = gate;
        this.roles = roles;
        this.wholeLog = wholeLog;
        this.entities = entities;
    }

    @AfterEach
    void theWholeLogIsRight() throws SQLException {
        run("delete from channel_subscription where channel = '" + channel + "'");
        run("update outbox set ended = 'kept' where recipient = '" + channel + "'");
        anotherWorld(() -> {});
        wholeLog.verify();
    }

    @Test
    void aBatchHasNoStatementMoreAndWhoIsToldIsReadOnceForEachWorld() throws Exception {
        batch();
        int usual = batch();
        assertThat(batch()).isEqualTo(usual);
        anotherWorld(() -> {});
        assertThat(batch()).isEqualTo(usual + 1);
        assertThat(batch()).isEqualTo(usual);
        anotherWorld(this::subscribe);
        assertThat(batch()).isEqualTo(usual + 1);
        int before = told();
        assertThat(batch()).as("the rows go along with the entries").isEqualTo(usual);
        assertThat(told()).isEqualTo(before + 3);
    }

    @Test
    void whatATransactionSubscribedThatWasTakenBackIsToldNobody() throws Exception {
        batch();
        assertThatThrownBy(() -> anotherWorld(() -> {
                    subscribe();
                    throw new IllegalStateException("halfway");
                }))
                .isInstanceOf(IllegalStateException.class);
        batch();
        assertThat(told()).isZero();
    }

    /** How many steps it takes to record three events. */
    private int batch() throws Exception {
        FaultyDatabase counting = new FaultyDatabase(database);
        counting.failAt(Integer.MAX_VALUE - 1, FaultyDatabase.Way.NOT_DONE);
        try (AppendRig rig = new AppendRig(log.batch(), counting.dataSource())) {
            List<CompletableFuture<Settlement>> answers =
                    Stream.generate(AppendRig::note).limit(3).map(rig::append).toList();
            rig.begin();
            for (CompletableFuture<Settlement> answer : answers) {
                assertThat(AppendRig.settled(answer)).isInstanceOf(Settlement.OnRecord.class);
            }
        }
        return counting.steps();
    }

    private void anotherWorld(Runnable work) {
        Fact fact = Fact.done(Caller.HOST, EventClass.CHANNEL_CHANGED, new Subject(Subject.Kind.SECRET, channel));
        gate.note(fact, Moves.WORLD, at -> {
            work.run();
            return Done.of(at.event());
        });
    }

    /** In the transaction that makes another world. */
    private void subscribe() {
        entities.createNativeQuery("insert into channel (id, kind, name, active, event, created_at)"
                        + " values (:id, 'webhook', 'A channel', true, :id, clock_timestamp())")
                .setParameter("id", channel)
                .executeUpdate();
        entities.createNativeQuery("insert into channel_subscription (channel, class) values (:id, :word)")
                .setParameter("id", channel)
                .setParameter("word", AppendRig.note().event().kind().word())
                .executeUpdate();
    }

    private int told() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from outbox where recipient = '" + channel + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = roles.superuser()) {
            Roles.execute(connection, sql);
        }
    }
}
