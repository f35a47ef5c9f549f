// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * From times to indexes. Times never go backwards along the log, so a few rows, by halving, tell where a time begins, and
 * it needs no index of its own. A row is asked for the time in its leaf, which the tree covers; the column must agree.
 */
final class Moments {
    private static final String AT_OR_AFTER =
            "select index, time, leaf from log_entry where epoch = ? and index >= ? order by index limit 1";

    private static final String LAST = "select index from log_entry where epoch = ? order by index desc limit 1";

    private final Connection connection;
    private final int epoch;

    Moments(Connection connection, int epoch) {
        this.connection = connection;
        this.epoch = epoch;
    }

    private record Probe(long index, Instant time, boolean doubtful) {}

    /** What is left to be looked for, and where. */
    record Narrowed(Filter filter, Search.Span span) {}

    /** The filter's times as indexes; where a row makes that doubtful, they stay in the filter and are only slower. */
    Narrowed narrow(Filter filter, Search.Span span) throws SQLException {
        if (filter.from().isEmpty() && filter.until().isEmpty()) {
            return new Narrowed(filter, span);
        }
        long size = size();
        OptionalLong from = filter.from().isEmpty()
                ? OptionalLong.of(0)
                : first(filter.from().get(), size);
        OptionalLong until = filter.until().isEmpty()
                ? OptionalLong.of(Long.MAX_VALUE)
                : first(filter.until().get(), size);
        if (from.isEmpty() || until.isEmpty()) {
            return new Narrowed(filter, span);
        }
        return new Narrowed(
                filter.atAnyTime(),
                new Search.Span(Math.max(span.from(), from.getAsLong()), Math.min(span.until(), until.getAsLong())));
    }

    /** One more than the index of the last entry there is. */
    long size() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setInt(1, epoch);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) + 1 : 0;
            }
        }
    }

    /** The first index that is not before that time; none where a row on the way has two times, so that nothing is left out. */
    private OptionalLong first(Instant time, long size) throws SQLException {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            Optional<Probe> probe = probe(middle);
            if (probe.isEmpty()) {
                high = middle;
            } else if (probe.get().doubtful()) {
                return OptionalLong.empty();
            } else if (probe.get().time().isBefore(time)) {
                low = probe.get().index() + 1;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of(low);
    }

    private Optional<Probe> probe(long index) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT_OR_AFTER)) {
            statement.setInt(1, epoch);
            statement.setLong(2, index);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Instant column = EntryRows.time(row, 2);
                boolean same = BodyText.timeOfLeaf(row.getBytes(3)).equals(Optional.of(column));
                return Optional.of(new Probe(row.getLong(1), column, !same));
            }
        }
    }
}
