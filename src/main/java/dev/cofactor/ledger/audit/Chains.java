// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Place;
import dev.cofactor.ground.events.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chains of a batch's subjects: read once, counted on in memory, written once. The head's lock makes that safe. */
final class Chains {
    private final Map<UUID, End> ends;

    private record End(long sequence, long previous) {}

    private Chains(Map<UUID, End> ends) {
        this.ends = ends;
    }

    static Chains of(Connection connection, List<Event> events) throws SQLException {
        Object[] subjects = events.stream()
                .flatMap(event -> event.subjects().stream())
                .map(Subject::id)
                .distinct()
                .toArray();
        Map<UUID, End> ends = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select subject, sequence, previous from log_chain where subject = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", subjects));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ends.put(rows.getObject(1, UUID.class), new End(rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return new Chains(ends);
    }

    /** Counted from 0 without gaps. */
    Place.Link next(Subject subject, long index) {
        End end = ends.getOrDefault(subject.id(), new End(-1, Place.NONE));
        ends.put(subject.id(), new End(end.sequence + 1, index));
        return new Place.Link(subject, end.sequence + 1, end.previous);
    }

    void save(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into log_chain as c (subject, sequence, previous)
                select * from unnest(?::uuid[], ?::bigint[], ?::bigint[])
                on conflict (subject) do update set sequence = excluded.sequence, previous = excluded.previous
                """)) {
            List<Map.Entry<UUID, End>> all = List.copyOf(ends.entrySet());
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", all.stream().map(Map.Entry::getKey).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            all.stream().map(end -> end.getValue().sequence).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            all.stream().map(end -> end.getValue().previous).toArray()));
            statement.executeUpdate();
        }
    }
}
