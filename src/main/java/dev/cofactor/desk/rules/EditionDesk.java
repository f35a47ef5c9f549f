// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import dev.cofactor.ledger.rulebook.Rulebook;
import dev.cofactor.ledger.rulebook.Saving;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The editions there have been: who saved them, what changed, and what any two of them say differently. */
@ApplicationScoped
public class EditionDesk {
    private final Gate gate;
    private final Rulebook rulebook;
    private final Records records;
    private final DocumentDesk words;

    EditionDesk(Gate gate, Rulebook rulebook, Records records, DocumentDesk words) {
        this.gate = gate;
        this.rulebook = rulebook;
        this.records = records;
        this.words = words;
    }

    /**
     * One in the list.
     *
     * @param parts what the log says was changed; empty where the record cannot be read any more
     */
    public record Listed(long number, String hash, Saving saving, List<String> parts) {}

    /** @param more whether there are older ones */
    public record Listing(List<Listed> editions, boolean more) {}

    /** One whole edition. */
    public record Kept(Edition edition, Saving saving, List<String> parts) {}

    /** Two of them. */
    public record Compared(Edition from, Edition to, List<DocumentDesk.Said> said) {}

    /** @param before the number below which they begin */
    public Listing list(Caller caller, long before, int most) {
        admit(caller);
        List<Rulebook.Kept> found = QuarkusTransaction.joiningExisting().call(() -> rulebook.before(before, most + 1));
        List<Listed> listed = found.stream()
                .limit(most)
                .map(kept -> new Listed(kept.number(), kept.hash(), kept.saving(), parts(kept.saving())))
                .toList();
        return new Listing(listed, found.size() > most);
    }

    public Kept read(Caller caller, long number) {
        admit(caller);
        Saving saving = saving(number);
        return new Kept(edition(number), saving, parts(saving));
    }

    public Compared compare(Caller caller, long from, long to) {
        admit(caller);
        saving(from);
        saving(to);
        return DocumentDesk.alone(() -> {
            Edition before = edition(from);
            Edition after = edition(to);
            return new Compared(before, after, words.said(Save.differing(before.policies(), after.policies())));
        });
    }

    private void admit(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(RuleDesk.rules()));
    }

    private Saving saving(long number) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> rulebook.saving(number))
                .orElseThrow(RuleDesk::notFound);
    }

    /** Read only if the log says it was so: an old row can be altered like a new one. */
    private Edition edition(long number) {
        return QuarkusTransaction.joiningExisting().call(() -> rulebook.read(number, this::recordedIn));
    }

    private Optional<String> recordedIn(UUID event, long edition) {
        return details(event)
                .filter(said -> said.get("edition") instanceof Long number && number == edition)
                .flatMap(said -> said.get("hash") instanceof String hash ? Optional.of(hash) : Optional.empty());
    }

    private List<String> parts(Saving saving) {
        return details(saving.event())
                .flatMap(said ->
                        said.get("parts") instanceof Collection<?> parts ? Optional.of(parts) : Optional.empty())
                .map(parts -> parts.stream().map(String::valueOf).toList())
                .orElse(List.of());
    }

    private Optional<Map<String, Object>> details(UUID event) {
        return records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .map(entry -> entry.contents().details());
    }
}
