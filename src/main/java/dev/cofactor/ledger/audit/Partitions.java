// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has the next partition made long before it is needed. The database decides which; here is only decided when. */
final class Partitions {
    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final long BREADTH = 1L << 20;

    /** It takes a lock that a long reading of the log withholds, and appending must not wait for that. */
    private static final String MAKE = "set local lock_timeout = '100ms'; select log_partitions()";

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(30);

    private long made = -1;
    private long notBefore = System.nanoTime();

    /** @return whether the connection is still good */
    boolean keepAhead(Connection connection, List<Batch.Promise> promises) {
        long partition = promises.stream()
                .map(Batch.Promise::settlement)
                .mapToLong(told -> told instanceof Settlement.OnRecord done
                        ? done.recorded().index() / BREADTH
                        : made)
                .max()
                .orElse(made);
        if (partition <= made || notBefore - System.nanoTime() > 0) {
            return true;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(MAKE);
            connection.commit();
            made = partition;
            return true;
        } catch (SQLException e) {
            // There is one partition in hand, a million entries long: it is tried again in a while.
            notBefore = System.nanoTime() + PAUSE;
            LOG.errorf("the log's next partition could not be made: SQL state %s", e.getSQLState());
            return false;
        }
    }
}
