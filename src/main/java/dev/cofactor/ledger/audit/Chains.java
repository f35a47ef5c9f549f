// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Place;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ledger.claims.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chains of a batch's subjects: read once, counted on in memory, written once. The head's lock makes that safe. */
final class Chains {
    private static final String SAVE = """
            insert into log_chain as c (subject, sequence, previous)
            select * from unnest(?::uuid[], ?::bigint[], ?::bigint[])
            on conflict (subject) do update set sequence = excluded.sequence, previous = excluded.previous
            """;

    private final Map<UUID, End> ends;

    private record End(long sequence, long previous) {}

    private Chains(Map<UUID, End> ends) {
        this.ends = ends;
    }

    static Chains of(Connection connection, List<Event> events) throws SQLException {
        List<UUID> subjects = events.stream()
                .flatMap(event -> event.subjects().stream())
                .map(Subject::id)
                .distinct()
                .toList();
        Map<UUID, End> ends = new HashMap<>();
        Table.read(
                connection,
                "select subject, sequence, previous from log_chain where subject = any(?)",
                row -> ends.put(row.getObject(1, UUID.class), new End(row.getLong(2), row.getLong(3))),
                Table.column("uuid", subjects, subject -> subject));
        return new Chains(ends);
    }

    List<Place.Link> next(List<Subject> subjects, long index) {
        return subjects.stream().map(subject -> next(subject, index)).toList();
    }

    /** Counted from 0 without gaps. */
    private Place.Link next(Subject subject, long index) {
        End end = ends.getOrDefault(subject.id(), new End(-1, Place.NONE));
        ends.put(subject.id(), new End(end.sequence + 1, index));
        return new Place.Link(subject, end.sequence + 1, end.previous);
    }

    Table.Write save() {
        List<Map.Entry<UUID, End>> all = List.copyOf(ends.entrySet());
        return new Table.Write(
                SAVE,
                all.size(),
                Table.column("uuid", all, Map.Entry::getKey),
                Table.column("bigint", all, end -> end.getValue().sequence),
                Table.column("bigint", all, end -> end.getValue().previous));
    }
}
