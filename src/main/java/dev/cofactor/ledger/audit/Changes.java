// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Moves;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Changes what decisions rest on: the head row first, then the work on the same connection, then its record, then the
 * version others compare with, all in one transaction. No release is recorded in between, and none decided before it is
 * recorded after it.
 */
@Singleton
public class Changes {
    private static final Logger LOG = Logger.getLogger(Changes.class);

    private final AgroalDataSource database;
    private final EntityManager entities;
    private final AuditLog log;

    Changes(AgroalDataSource database, EntityManager entities, AuditLog log) {
        this.database = database;
        this.entities = entities;
        this.log = log;
    }

    /**
     * Which log this is, and how much of it there is.
     *
     * @param previousCheckpoint what the epoch before ended with
     */
    public record Log(String origin, Optional<String> previousCheckpoint, long size) {}

    public Log log() {
        try (Connection connection = database.getConnection()) {
            return HeadRows.log(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be looked at", e);
        }
    }

    /** The version of the world as last committed. */
    public long world() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return HeadRows.world(connection);
        }
    }

    /**
     * A request that comes again under its key is recorded as a repetition, and its work is not done again.
     *
     * @param work does the change and gives back what is to be recorded of it, under the conditions' event id if these
     *     claim anything; it may throw, and nothing has happened
     */
    public Settlement apply(Intent conditions, Moves moves, Function<Instant, Intent> work) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("a change locks the head first: no transaction may be open before it");
        }
        log.batch().prepare();
        AtomicBoolean committing = new AtomicBoolean();
        Candidate asked = new Candidate(conditions);
        try {
            Settlement done = QuarkusTransaction.requiringNew().call(() -> {
                Settlement settlement = applied(asked, moves, work);
                committing.set(true);
                return settlement;
            });
            return done instanceof Settlement.OnRecord && !lasts()
                    ? new Settlement.Unknown(conditions.event().id())
                    : done;
        } catch (NotApplied e) {
            return e.settlement;
        } catch (RuntimeException e) {
            if (committing.get()) {
                LOG.errorf("a change's commit failed: %s", e.getClass().getSimpleName());
                return wasRefused(e)
                        ? new Settlement.Unavailable()
                        : new Settlement.Unknown(conditions.event().id());
            }
            throw e;
        }
    }

    /** What the transactions' own commit does not tell: whether somebody cut short its wait for the standby. */
    private boolean lasts() {
        if (!log.batch().isSynchronous()) {
            return true;
        }
        try (Connection connection = database.getConnection()) {
            return HeadRows.lasts(connection);
        } catch (SQLException e) {
            LOG.errorf("a change may not be with the standby: SQL state %s", e.getSQLState());
            return false;
        }
    }

    private Settlement applied(Candidate asked, Moves moves, Function<Instant, Intent> work) {
        try (Connection connection = database.getConnection()) {
            HeadRows.Locked locked = log.batch().lockForChange(connection);
            Instant clock = locked.clock();
            Batch.sendBackStale(connection, locked, List.of(asked));
            Batch.holdBackReleases(locked.head(), List.of(asked));
            Batch.settle(connection, clock, List.of(asked));
            mustBeIn(asked);
            if (asked.isRepetition()) {
                return recorded(connection, locked, asked, false);
            }
            Candidate done = asked.with(work.apply(clock));
            entities.flush();
            Batch.settle(connection, clock, List.of(done)); // what the work itself asks for, such as telling somebody
            mustBeIn(done);
            for (UUID row : moves.rows()) {
                RowVersions.move(connection, row);
            }
            return recorded(connection, locked, done, moves.world());
        } catch (SQLException e) {
            LOG.errorf("a change could not be recorded: SQL state %s", e.getSQLState());
            throw new NotApplied(new Settlement.Unavailable());
        } catch (LogStopped e) {
            LOG.errorf("a change could not be recorded: %s", e.getMessage());
            throw new NotApplied(new Settlement.Unavailable());
        }
    }

    /** What the database said, if it did, is somewhere below what the transactions made of it. */
    private static boolean wasRefused(Throwable e) {
        return Stream.concat(Stream.ofNullable(e.getCause()), Arrays.stream(e.getSuppressed()))
                .anyMatch(below ->
                        below instanceof SQLException sql ? Appender.refusedByTheDatabase(sql) : wasRefused(below));
    }

    private Settlement recorded(Connection connection, HeadRows.Locked locked, Candidate one, boolean worldMoves)
            throws SQLException {
        return log.batch()
                .write(connection, locked, List.of(one), worldMoves)
                .getFirst()
                .settlement();
    }

    private static void mustBeIn(Candidate candidate) {
        candidate.settlement().ifPresent(settlement -> {
            throw new NotApplied(settlement);
        });
    }

    /** Takes everything back on its way out. */
    private static final class NotApplied extends RuntimeException {
        private final transient Settlement settlement;

        NotApplied(Settlement settlement) {
            super(null, null, false, false);
            this.settlement = settlement;
        }
    }
}
