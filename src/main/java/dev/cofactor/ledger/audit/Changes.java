// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Changes what decisions rest on: the head row first, then the work on the same connection, then its record, then the
 * version others compare with, all in one transaction. No release is recorded in between, and none decided before it is
 * recorded after it.
 */
@ApplicationScoped
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
     * What moves with a change.
     *
     * @param world whether it is something many decisions share
     * @param rows the single things whose version it moves
     */
    public record Moves(boolean world, Set<UUID> rows) {
        public static final Moves NOTHING = new Moves(false, Set.of());
        public static final Moves WORLD = new Moves(true, Set.of());
    }

    /** @param work does the change and gives back what is to be recorded of it; it may throw, and nothing has happened */
    public Settlement apply(Intent conditions, Moves moves, Function<Instant, Intent> work) {
        return QuarkusTransaction.requiringNew().call(() -> applied(conditions, moves, work));
    }

    private Settlement applied(Intent conditions, Moves moves, Function<Instant, Intent> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Head head = HeadRows.lock(connection);
            Instant clock = HeadRows.clock(connection);
            Candidate asked = new Candidate(conditions);
            Batch.sendBackStale(connection, head, List.of(asked));
            Batch.settle(connection, clock, List.of(asked));
            Optional<Settlement> refused = asked.settlement();
            if (refused.isPresent()) {
                return refused.get(); // nothing was written, so the empty transaction may commit
            }
            Candidate done = new Candidate(work.apply(clock));
            entities.flush();
            for (UUID row : moves.rows()) {
                RowVersions.move(connection, row);
            }
            return log.batch()
                    .write(connection, head, clock, List.of(done), moves.world())
                    .getFirst()
                    .settlement();
        } catch (SQLException e) {
            LOG.errorf("a change could not be recorded: SQL state %s", e.getSQLState());
            throw e;
        }
    }
}
