// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What people gave as their reason. It stands in the sealed body of the event and nowhere else, and goes with its month's key. */
@Singleton
class Reasons {
    private static final String REASON = "reason";

    private final Records records;

    Reasons(Records records) {
        this.records = records;
    }

    Optional<String> of(UUID event) {
        return records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .map(sound -> sound.contents().details().get(REASON))
                .map(Object::toString);
    }
}
