// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.inject.Singleton;
import java.util.UUID;

/** From where somebody asked, as the record of it says; for those alone who decide it, and for himself. */
@Singleton
class Origins {
    private final Records records;

    Origins(Records records) {
        this.records = records;
    }

    /** @return empty where it is not known, or its month was erased */
    String of(UUID event) {
        return records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .flatMap(sound -> sound.contents().address())
                .orElse("");
    }
}
