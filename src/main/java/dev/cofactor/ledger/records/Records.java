// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The log, read. Who may read, and that it was read, is settled before anybody comes here. */
@ApplicationScoped
public class Records {
    private static final UUID NOTHING = new UUID(0, 0);

    private final DataSource database;
    private final Inspection inspection;

    Records(DataSource database, Inspection inspection) {
        this.database = database;
        this.inspection = inspection;
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

    /**
     * What the log says an edition's hash is.
     *
     * @return empty if there is no such event, if it is about another edition or did not happen, or if it was altered
     */
    public Optional<String> editionHash(UUID event, long edition) {
        return find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .filter(entry -> entry.columns().kind().equals(EventClass.EDITION_SAVED.word())
                        && entry.columns().outcome().equals(Outcome.DONE.word()))
                .map(entry -> entry.contents().details())
                .filter(details -> Long.valueOf(edition).equals(details.get("edition")))
                .map(details -> details.get("hash"))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
