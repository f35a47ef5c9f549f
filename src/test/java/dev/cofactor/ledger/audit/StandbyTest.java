// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A database told to wait for a standby calls a commit done when that wait is cut short. */
class StandbyTest {
    private static final String RELOAD = "select pg_reload_conf()";
    private static final String CUT_SHORT =
            "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'";
    private static final int UNTIL_ALL_HAVE_READ_IT_MILLIS = 500;

    @Test
    void aCommitThatDidNotReachItsStandbyIsNotADefiniteOne() throws Exception {
        try (DataFolder data = DataFolder.open(TestFolder.fresh("standby").resolve("data"), "a test");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                OwnLog log = OwnLog.make(postgres);
                AppendRig rig = log.rig()) {
            assertThat(AppendRig.settled(rig.append(Load.note()))).isInstanceOf(Settlement.OnRecord.class);
            log.as(postgres.superuser(), "alter system set synchronous_standby_names = 'nobody'", RELOAD);
            Waiting.pause(UNTIL_ALL_HAVE_READ_IT_MILLIS);
            var waiting = rig.append(Load.note());
            Waiting.pause(UNTIL_ALL_HAVE_READ_IT_MILLIS);
            assertThat(waiting).isNotDone();
            log.as(postgres.superuser(), CUT_SHORT);
            assertThat(AppendRig.settled(waiting)).isInstanceOf(Settlement.Unknown.class);
            log.as(postgres.superuser(), "alter system reset synchronous_standby_names", RELOAD);
            Waiting.pause(UNTIL_ALL_HAVE_READ_IT_MILLIS);
            assertThat(AppendRig.settled(rig.append(Load.note()))).isInstanceOf(Settlement.OnRecord.class);
            log.verify();
        }
    }

    @Test
    void whereAStandbyIsDemandedADatabaseWithoutOneRecordsNothing() throws Exception {
        try (DataFolder data = DataFolder.open(TestFolder.fresh("alone").resolve("data"), "a test");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                OwnLog log = OwnLog.make(postgres);
                AppendRig rig = new AppendRig(log.batch(true), log.database()).begin()) {
            assertThat(AppendRig.settled(rig.append(Load.note()))).isInstanceOf(Settlement.Unavailable.class);
            assertThat(log.places()).isEmpty();
        }
    }

    /** So that a change, whose commit is the transactions' own, is not called done when it is with this database alone. */
    @Test
    void whatIsAskedAfterwardsSaysWhetherACommitReachedItsStandby() throws Exception {
        try (DataFolder data = DataFolder.open(TestFolder.fresh("flush").resolve("data"), "a test");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                OwnLog log = OwnLog.make(postgres)) {
            assertThat(asked(log)).isTrue();
            log.as(postgres.superuser(), "alter system set synchronous_standby_names = 'nobody'", RELOAD);
            Waiting.pause(UNTIL_ALL_HAVE_READ_IT_MILLIS);
            CompletableFuture<Boolean> asking = CompletableFuture.supplyAsync(() -> asked(log));
            Waiting.pause(UNTIL_ALL_HAVE_READ_IT_MILLIS);
            assertThat(asking).isNotDone();
            log.as(postgres.superuser(), CUT_SHORT);
            assertThat(asking.get(10, TimeUnit.SECONDS)).isFalse();
        }
    }

    private static boolean asked(OwnLog log) {
        try (Connection connection = log.database().getConnection()) {
            return HeadRows.lasts(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
