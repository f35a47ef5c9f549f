// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.EventClass;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the log's columns say of many at once, without opening a body. They are as true as the log: whether they were altered
 * is for a verifier to say.
 */
@Singleton
public class Digest {
    private static final String LAST = """
            select distinct on (e.about) e.about, e.class from log_entry e
             where e.class = any(?) and e.outcome = 'done' and e.about is not null and e.time <= ?
             order by e.about, e.epoch desc, e.index desc
            """;

    private static final String USES = """
            select e.actor, e.about, e.class, max(e.time) from log_entry e
             where e.about = any(?) and e.class = any(?) and e.outcome in ('done', 'repeated') and e.time <= ?
             group by e.actor, e.about, e.class
            """;

    private final DataSource database;

    Digest(DataSource database) {
        this.database = database;
    }

    /** Whose hand it was on what, by which kind of event, and when last. */
    public record Use(UUID actor, UUID about, String kind, Instant last) {}

    /** Of each that one of these was done to, which was the last before a moment. */
    public Map<UUID, String> lastOf(Set<EventClass> kinds, Instant until) {
        Map<UUID, String> last = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setArray(1, connection.createArrayOf("text", words(kinds)));
            statement.setTimestamp(2, Timestamp.from(until));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    last.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
            return last;
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    public List<Use> uses(Collection<UUID> about, Set<EventClass> kinds, Instant until) {
        List<Use> uses = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(USES)) {
            statement.setArray(1, connection.createArrayOf("uuid", about.toArray()));
            statement.setArray(2, connection.createArrayOf("text", words(kinds)));
            statement.setTimestamp(3, Timestamp.from(until));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    uses.add(new Use(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            EntryRows.time(row, 4)));
                }
            }
            return uses;
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private static Object[] words(Set<EventClass> kinds) {
        return kinds.stream().map(EventClass::word).toArray();
    }
}
