// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Logged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which channels are told of which classes of events. Channels and what they have subscribed to are of the world, so under
 * the head's lock the world's version says whether what is known still holds: it is read once for each version, and where
 * nobody has subscribed a batch has no statement more.
 */
public final class Audience {
    private static final String READ = """
            select s.class, s.channel from channel_subscription s join channel c on c.id = s.channel
             where c.active and c.ended_at is null order by s.class, s.channel
            """;

    private static final String TELL = """
            insert into outbox (id, kind, recipient, message, event, created_at)
            select gen_random_uuid(), kind, recipient, message, event, made
              from unnest(?::text[], ?::uuid[], ?::bytea[], ?::uuid[], ?::timestamptz[]) with ordinality
                   as t (kind, recipient, message, event, made, n) order by n
            """;

    private volatile Known known = new Known(-1, -1, new Listeners(Map.of()));

    private record Known(int epoch, long world, Listeners listeners) {}

    /** The channels of each class. */
    public record Listeners(Map<String, List<UUID>> channels) {
        public boolean isEmpty() {
            return channels.isEmpty();
        }

        /** One row for each event and each channel that is told of it, in the order of the log. */
        public Table.Write tell(List<Logged> events) {
            List<Letter> letters = events.stream()
                    .flatMap(event -> channels.getOrDefault(event.kind(), List.of()).stream()
                            .map(channel -> new Letter(channel, event)))
                    .toList();
            return new Table.Write(
                    TELL,
                    letters.size(),
                    Table.column("text", letters, letter -> letter.event.word()),
                    Table.column("uuid", letters, Letter::channel),
                    Table.column("bytea", letters, letter -> letter.event.bytes()),
                    Table.column("uuid", letters, letter -> letter.event.event()),
                    Table.column("timestamptz", letters, letter -> letter.event.time()));
        }
    }

    private record Letter(UUID channel, Logged event) {}

    /**
     * Only with the head's lock had.
     *
     * @param moving whether this transaction makes another world: it may have changed what is read, and may yet be taken
     *     back, so what it reads holds for nobody else
     */
    public Listeners at(Connection connection, int epoch, long world, boolean moving) throws SQLException {
        if (moving) {
            return read(connection);
        }
        Known now = known;
        if (now.epoch != epoch || now.world != world) {
            now = new Known(epoch, world, read(connection));
            known = now;
        }
        return now.listeners;
    }

    private static Listeners read(Connection connection) throws SQLException {
        Map<String, List<UUID>> channels = new HashMap<>();
        Table.read(
                connection,
                READ,
                row -> channels.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(row.getObject(2, UUID.class)));
        return new Listeners(channels);
    }
}
