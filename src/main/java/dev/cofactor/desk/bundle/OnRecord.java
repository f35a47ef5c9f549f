// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What the log says of keys and bundles: whoever holds the database can alter rows, and would have everything sealed to himself. */
@Singleton
class OnRecord {
    private final Records records;

    OnRecord(Records records) {
        this.records = records;
    }

    /** Whether this event is of that class, about this, by that one, and says this hash. */
    boolean says(UUID event, EventClass kind, UUID about, UUID actor, String hash) {
        return records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .filter(entry -> entry.columns().kind().equals(kind.word()))
                .filter(entry -> entry.columns().about().filter(about::equals).isPresent())
                .filter(entry -> entry.columns().actor().equals(actor))
                .filter(entry -> hash.equals(entry.contents().details().get("hash")))
                .isPresent();
    }
}
