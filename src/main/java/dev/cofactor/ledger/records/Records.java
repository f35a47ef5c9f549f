// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.sealing.Tags;
import dev.cofactor.ground.sealing.Tags.Addresses;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The log, read. Who may read, and that it was read, is settled before anybody comes here. */
@Singleton
public class Records {
    private static final UUID NOTHING = new UUID(0, 0);

    private final DataSource database;
    private final Inspection inspection;
    private final Addresses addresses;
    private final Tags tags;

    Records(DataSource database, Inspection inspection, Addresses addresses, Tags tags) {
        this.database = database;
        this.inspection = inspection;
        this.addresses = addresses;
        this.tags = tags;
    }

    /**
     * A part of what was found.
     *
     * @param more whether there is something beyond its last entry
     */
    public record Page(List<Entry> entries, boolean more) {}

    /**
     * How far the log reaches.
     *
     * @param stopped why nothing is recorded any more, if so
     */
    public record Head(int epoch, long size, Optional<String> stopped) {}

    public Head head() {
        try (Connection connection = database.getConnection()) {
            return Extent.head(connection);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    /** @return empty if the log knows no such id; altered, with the part "row", if it does and the entry is gone */
    public Optional<Entry> find(UUID event) {
        try (Connection connection = database.getConnection()) {
            return EntryRows.byEvent(connection, event).map(looked -> found(looked, event));
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private Entry found(EntryRows.Looked looked, UUID event) {
        return looked.found()
                .map(stored -> stored.columns().event().equals(event)
                        ? inspection.inspect(stored)
                        : new Entry.Altered(stored.columns(), stored.leaf(), List.of("event")))
                .orElseGet(() -> new Entry.Altered(gone(looked, event), new byte[0], List.of("row")));
    }

    private static Entry.Columns gone(EntryRows.Looked looked, UUID event) {
        return new Entry.Columns(
                looked.epoch(),
                looked.index(),
                event,
                Instant.EPOCH,
                "",
                NOTHING,
                Optional.empty(),
                "",
                Optional.empty(),
                NOTHING);
    }

    /** The last one of its class that was done to something. */
    public Optional<Entry> newest(UUID about, EventClass kind) {
        try (Connection connection = database.getConnection()) {
            return EntryRows.newest(connection, about, kind.word()).map(inspection::inspect);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    /** Something that was done to a thing, as the table has it: nobody has looked whether it is true. */
    public record Touched(UUID about, Instant time) {}

    /** What somebody did lately of these classes, the newest first; his last so many events are looked through. */
    public List<Touched> lately(UUID actor, Set<EventClass> kinds, int many) {
        try (Connection connection = database.getConnection()) {
            List<String> words = kinds.stream().map(EventClass::word).toList();
            return EntryRows.lately(connection, Extent.of(connection).epoch(), actor, words, many);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    public Page page(Filter filter, Paging paging) {
        try (Connection connection = database.getConnection()) {
            Search search = new Search(connection, Extent.of(connection).epoch());
            Moments.Narrowed narrowed = search.narrow(filter, new Search.Span(paging.from(), paging.until()));
            List<EntryRows.Stored> found = search.find(
                    narrowed.filter(),
                    filter.address().map(addresses::hash),
                    narrowed.span(),
                    paging.upwards(),
                    paging.limit() + 1);
            List<Entry> entries = found.stream()
                    .limit(paging.limit())
                    .map(inspection::inspect)
                    .toList();
            return new Page(entries, found.size() > paging.limit());
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    /** All that fits, oldest first, as far as the log reaches now; read and opened as it is asked for. */
    public Iterator<Entry> all(Filter filter) {
        return inspected(filter, extent(Optional.empty()));
    }

    /** All about one subject, whether as the one who did it or as what it was done to. */
    public History history(UUID subject) {
        Extent extent = extent(Optional.of(subject));
        return new History(subject, inspected(Filter.ALL.ofParty(subject), extent), tags, extent.end());
    }

    private Iterator<Entry> inspected(Filter filter, Extent extent) {
        Run rows = new Run(database, extent, filter, filter.address().map(addresses::hash));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Entry next() {
                return inspection.inspect(rows.next());
            }
        };
    }

    private Extent extent(Optional<UUID> subject) {
        try (Connection connection = database.getConnection()) {
            return subject.isPresent() ? Extent.of(connection, subject.get()) : Extent.of(connection);
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }
}
