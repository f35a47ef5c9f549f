// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.clock;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Asks the database for its time every few seconds, also while nothing is recorded; and says when the clocks part. */
@Singleton
class ClockWatch {
    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final int BEFORE_ANYBODY_IS_SERVED = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final AgroalDataSource database;
    private final Timekeeper keeper;
    private final boolean serves;
    private final Thread thread;
    private boolean apart;

    ClockWatch(AgroalDataSource database, Timekeeper keeper, ClockConfig config) {
        this.database = database;
        this.keeper = keeper;
        this.serves = config.mode().equals("serve");
        this.thread = Thread.ofPlatform().name("clock-watch").daemon(true).unstarted(this::run);
    }

    void begin(@Observes @Priority(BEFORE_ANYBODY_IS_SERVED) StartupEvent event) {
        if (serves) {
            compare();
            thread.start();
        }
    }

    void end(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE);
                compare();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void compare() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            long asked = System.nanoTime();
            try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                Instant time = row.getTimestamp(1).toInstant();
                keeper.saw(time, asked, System.nanoTime());
            }
        } catch (SQLException e) {
            LOG.debugf("the database was not asked for its time: SQL state %s", e.getSQLState());
        }
        say();
    }

    private void say() {
        boolean off = keeper.isOffBy(Timekeeper.TOLERATED);
        if (off != apart) {
            apart = off;
            if (off) {
                LOG.errorf("this machine's clock and the database's differ: %s", keeper.drift());
            } else {
                LOG.info("this machine's clock and the database's agree again");
            }
        }
    }
}
