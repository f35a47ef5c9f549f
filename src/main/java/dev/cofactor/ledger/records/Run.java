// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import javax.sql.DataSource;

/**
 * All rows that fit a filter, oldest first, a page in memory at a time. Between pages it holds no connection and no
 * snapshot: a reader may dawdle for hours and neither keeps others from the database nor the database from tidying up. The
 * log only grows, so the pages together are what one long reading would have found.
 */
final class Run implements Iterator<EntryRows.Stored> {
    private static final int PAGE = 500;

    private final DataSource database;
    private final int epoch;
    private Filter filter;
    private final Optional<byte[]> addressHash;
    private final Queue<EntryRows.Stored> page = new ArrayDeque<>();
    private long next;
    private long until;
    private boolean begun;
    private boolean ended;

    Run(DataSource database, Extent extent, Filter filter, Optional<byte[]> addressHash) {
        this.database = database;
        this.epoch = extent.epoch();
        this.until = extent.size();
        this.filter = filter;
        this.addressHash = addressHash;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            turn();
        }
        return !page.isEmpty();
    }

    @Override
    public EntryRows.Stored next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.remove();
    }

    private void turn() {
        try (Connection connection = database.getConnection()) {
            Search search = new Search(connection, epoch);
            if (!begun) {
                begin(search);
            }
            page.addAll(search.find(filter, addressHash, new Search.Span(next, until), true, PAGE));
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
        ended = page.size() < PAGE;
        page.forEach(row -> next = row.columns().index() + 1);
    }

    private void begin(Search search) throws SQLException {
        Moments.Narrowed narrowed = search.narrow(filter, new Search.Span(0, until));
        filter = narrowed.filter();
        next = narrowed.span().from();
        until = narrowed.span().until();
        begun = true;
    }
}
