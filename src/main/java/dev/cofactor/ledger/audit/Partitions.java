// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/** Has the next partition made long before it is needed. The database decides which; here is only decided when. */
final class Partitions {
    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final long BREADTH = 1L << 20;

    private long made = -1;

    void keepAhead(Connection connection, List<Batch.Promise> promises) {
        for (Batch.Promise promise : promises) {
            if (promise.settlement() instanceof Settlement.OnRecord done) {
                keepAhead(connection, done.recorded().index() / BREADTH);
            }
        }
    }

    private void keepAhead(Connection connection, long partition) {
        if (partition == made) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("select log_partitions()");
            connection.commit();
            made = partition;
        } catch (SQLException e) {
            // There is one partition in hand: it is tried again after the next batch.
            LOG.errorf("the log's next partition could not be made: SQL state %s", e.getSQLState());
        }
    }
}
