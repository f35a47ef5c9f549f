// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Place;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ledger.claims.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The chains of a batch's subjects: read once, counted on in memory, written once. The head's lock makes that safe. Those
 * that are known to be needed are read on the same trip as the head; a subject that comes later is read when it is met.
 */
final class Chains {
    static final String ENDS = "select subject, sequence, previous from log_chain where subject = any(?)";

    private static final String SAVE = """
            insert into log_chain as c (subject, sequence, previous)
            select * from unnest(?::uuid[], ?::bigint[], ?::bigint[])
            on conflict (subject) do update set sequence = excluded.sequence, previous = excluded.previous
            """;

    private final Set<UUID> known;
    private final Map<UUID, End> ends = new HashMap<>();
    private final Set<UUID> moved = new LinkedHashSet<>();

    private record End(long sequence, long previous) {}

    private Chains(Set<UUID> known) {
        this.known = new HashSet<>(known);
    }

    /** @param ends the rows found for these subjects under the head's lock; a subject without one begins */
    static Chains of(Set<UUID> subjects, ResultSet ends) throws SQLException {
        Chains chains = new Chains(subjects);
        while (ends.next()) {
            chains.found(ends);
        }
        return chains;
    }

    static Stream<UUID> needed(Event event) {
        return event.subjects().stream().map(Subject::id);
    }

    /** Reads those of these events that are not known yet. */
    void readFor(Connection connection, List<Event> events) throws SQLException {
        List<UUID> more =
                events.stream().flatMap(Chains::needed).filter(known::add).toList();
        if (!more.isEmpty()) {
            Table.read(connection, ENDS, this::found, Table.column("uuid", more, subject -> subject));
        }
    }

    private void found(ResultSet end) throws SQLException {
        ends.put(end.getObject(1, UUID.class), new End(end.getLong(2), end.getLong(3)));
    }

    List<Place.Link> next(List<Subject> subjects, long index) {
        return subjects.stream().map(subject -> next(subject, index)).toList();
    }

    /** Counted from 0 without gaps. */
    private Place.Link next(Subject subject, long index) {
        End end = ends.getOrDefault(subject.id(), new End(-1, Place.NONE));
        ends.put(subject.id(), new End(end.sequence + 1, index));
        moved.add(subject.id());
        return new Place.Link(subject, end.sequence + 1, end.previous);
    }

    Table.Write save() {
        List<UUID> all = List.copyOf(moved);
        return new Table.Write(
                SAVE,
                all.size(),
                Table.column("uuid", all, subject -> subject),
                Table.column("bigint", all, subject -> end(subject).sequence),
                Table.column("bigint", all, subject -> end(subject).previous));
    }

    private End end(UUID subject) {
        return Objects.requireNonNull(ends.get(subject));
    }
}
