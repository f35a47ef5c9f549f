// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds rows by a filter, in the order of the log, as many as a page holds. It finds by columns: one that was altered may
 * hide its row here, which is what the histories, and those who verify, are for.
 */
final class Search {
    private final Connection connection;
    private final int epoch;

    Search(Connection connection, int epoch) {
        this.connection = connection;
        this.epoch = epoch;
    }

    /** Whole indexes only: {@code from} belongs to it, {@code until} does not. */
    record Span(long from, long until) {}

    Moments.Narrowed narrow(Filter filter, Span span) throws SQLException {
        return new Moments(connection, epoch).narrow(filter, span);
    }

    /** @param addressHash the keyed hash of the filter's address */
    List<EntryRows.Stored> find(Filter filter, Optional<byte[]> addressHash, Span span, boolean upwards, int limit)
            throws SQLException {
        Condition where = condition(filter, addressHash, span);
        String end = " order by e.index" + (upwards ? "" : " desc") + " limit " + limit;
        return filter.party().isPresent()
                ? ofParty(filter.party().get(), where, end)
                : run("select " + EntryRows.COLUMNS + " from log_entry e where " + where.sql() + end, where.values());
    }

    /** Two searches, each along an index of its own: with "or" the database would sort all there is. */
    private List<EntryRows.Stored> ofParty(UUID party, Condition where, String end) throws SQLException {
        Condition did = new Condition().and("e.actor = ?", party).and(where);
        Condition concerned = new Condition()
                .and("e.about = ?", party)
                .and("e.actor <> ?", party)
                .and(where);
        String sql = "select " + EntryRows.COLUMNS + " from ((" + one(did, end) + ") union all (" + one(concerned, end)
                + ")) e" + end;
        List<Object> values = new ArrayList<>(did.values());
        values.addAll(concerned.values());
        return run(sql, values);
    }

    private static String one(Condition where, String end) {
        return "select e.* from log_entry e where " + where.sql() + end;
    }

    private Condition condition(Filter filter, Optional<byte[]> addressHash, Span span) {
        Condition where = new Condition()
                .and("e.epoch = ?", epoch)
                .and("e.index >= ?", span.from())
                .and("e.index < ?", span.until());
        filter.from().ifPresent(time -> where.and("e.time >= ?", time.atOffset(ZoneOffset.UTC)));
        filter.until().ifPresent(time -> where.and("e.time < ?", time.atOffset(ZoneOffset.UTC)));
        filter.actor().ifPresent(actor -> where.and("e.actor = ?", actor));
        filter.about().ifPresent(about -> where.and("e.about = ?", about));
        addressHash.ifPresent(hash -> where.and("e.address_hash = ?", (Object) hash));
        oneOf(where, "e.class", filter.classes().stream().map(EventClass::word).toList());
        oneOf(where, "e.outcome", filter.outcomes().stream().map(Outcome::word).toList());
        return where;
    }

    /** A single word is asked for as such: its index then has the order too, whatever the database knows of the table. */
    private static void oneOf(Condition where, String column, List<String> words) {
        if (words.size() == 1) {
            where.and(column + " = ?", words.getFirst());
        } else if (!words.isEmpty()) {
            where.and(column + " = any(?)", (Object) words.toArray(String[]::new));
        }
    }

    private List<EntryRows.Stored> run(String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = Condition.prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<EntryRows.Stored> found = new ArrayList<>();
            while (row.next()) {
                found.add(EntryRows.read(row));
            }
            return found;
        }
    }
}
