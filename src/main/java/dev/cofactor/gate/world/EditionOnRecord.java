// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.world;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import dev.cofactor.ledger.rulebook.ExpectedHash;
import dev.cofactor.ledger.rulebook.Rulebook;
import dev.cofactor.ledger.rulebook.RulebookUntrue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which edition is in force, and what it says, by the log: rows beside it can be altered or taken away, the log cannot. */
@ApplicationScoped
public class EditionOnRecord {
    private final Records records;

    EditionOnRecord(Records records) {
        this.records = records;
    }

    /** What the record of an edition says of it; by this its row is compared when it is loaded. */
    public static Details details(Edition edition) {
        return Details.none().with(Name.EDITION, edition.number()).with(Name.HASH, edition.hash());
    }

    /** The last edition that was recorded. */
    record Saved(UUID event, long number, String hash) implements ExpectedHash {
        @Override
        public Optional<String> recordedIn(UUID asked, long edition) {
            return asked.equals(event) && edition == number ? Optional.of(hash) : Optional.empty();
        }
    }

    /**
     * The edition of this number, as its own event has it.
     *
     * @throws RulebookUntrue where the log does not say what it said, or not truly
     */
    public Edition read(Rulebook rulebook, long number) {
        UUID event = rulebook.saving(number).orElseThrow(RulebookUntrue::new).event();
        Saved saved = records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .flatMap(EditionOnRecord::saved)
                .orElseThrow(RulebookUntrue::new);
        return rulebook.read(number, saved);
    }

    /** @throws RulebookUntrue where the log does not say which edition is in force, or not truly */
    Saved newest() {
        return records.newest(Rulebook.ID, EventClass.EDITION_SAVED)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .flatMap(EditionOnRecord::saved)
                .orElseThrow(RulebookUntrue::new);
    }

    private static Optional<Saved> saved(Entry.Sound entry) {
        Map<String, Object> details = entry.contents().details();
        return details.get("edition") instanceof Long number && details.get("hash") instanceof String hash
                ? Optional.of(new Saved(entry.columns().event(), number, hash))
                : Optional.empty();
    }
}
