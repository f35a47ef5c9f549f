// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Unproven;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** One thread that looks at the log at an interval: every node compares it with what it saw, the signer signs it. */
@Singleton
public class Notary {
    private static final Logger LOG = Logger.getLogger(Notary.class);
    private static final long FAREWELL_MILLIS = 5_000;

    private final AgroalDataSource database;
    private final NotaryConfig config;
    private final Lookout lookout;
    private final MeterRegistry metrics;
    private final Thread thread;
    private volatile boolean stopping;
    private Optional<Signer> signer = Optional.empty();
    private Optional<LogKeyFile> key = Optional.empty();

    Notary(AgroalDataSource database, NotaryConfig config, MeterRegistry metrics) {
        this.metrics = metrics;
        this.database = database;
        this.config = config;
        this.lookout = new Lookout(database);
        this.thread = Thread.ofPlatform().name("notary").daemon(true).unstarted(this::run);
    }

    void begin(@Observes StartupEvent event) throws SQLException {
        if (config.signs()) {
            signer = Optional.of(signer());
        }
        report("cofactor.log.entries", "how many entries the log has", Lookout.Seen::entries);
        report("cofactor.log.signed", "how many of them the newest checkpoint covers", Lookout.Seen::signed);
        report("cofactor.log.stopped", "1 once nothing is recorded any more", seen -> seen.stopped() ? 1 : 0);
        thread.start();
    }

    private void report(String name, String description, ToDoubleFunction<Lookout.Seen> number) {
        Gauge.builder(name, lookout, one -> number.applyAsDouble(one.seen()))
                .description(description)
                .strongReference(true)
                .register(metrics);
    }

    void end(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(FAREWELL_MILLIS);
    }

    /** The line by which everybody knows the signatures of that log; nothing, where another process signs. */
    public Optional<String> verifier(String origin) {
        return key.map(signing -> signing.signer(origin).verifier().text());
    }

    private Signer signer() throws SQLException {
        Path file = config.keyFile().orElseThrow(() -> LogKeyFile.missing("COFACTOR_LOG_KEY_FILE is missing"));
        if (config.makesKey() && Files.notExists(file)) {
            makeKey(file);
        }
        LogKeyFile opened = LogKeyFile.open(file);
        key = Optional.of(opened);
        return new Signer(
                database, new HeadFile(config.headFile().orElse(file.resolveSibling("log-head"))), opened::signer);
    }

    private void makeKey(Path file) throws SQLException {
        try (Connection connection = database.getConnection()) {
            HeadRows.Claimed head = HeadRows.read(connection);
            if (CheckpointRows.newest(connection, head.epoch()).isPresent()) {
                throw LogKeyFile.missing("the log key " + file + " is gone, and it has signed this log: put it back");
            }
            LogKeyFile.create(file, head.origin());
        }
    }

    private void run() {
        while (!stopping) {
            try {
                lookout.look();
                if (signer.isPresent() && signer.get().turn() == Signer.Turn.STOPPED) {
                    LOG.error("the log is stopped; log_head.stopped says why");
                }
            } catch (SQLException | IOException | Unreadable | Unproven | Forked e) {
                LOG.errorf("the log could not be looked at: %s", reason(e));
            }
            try {
                Thread.sleep(config.checkpointInterval());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Never the database's own words: they may quote what somebody sent. */
    private static String reason(Exception e) {
        return e instanceof SQLException sql ? "SQL state " + sql.getSQLState() : String.valueOf(e.getMessage());
    }
}
