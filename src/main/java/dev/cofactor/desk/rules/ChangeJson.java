// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How differences between editions are spoken of outside. */
final class ChangeJson {
    private ChangeJson() {}

    /**
     * What becomes of one policy.
     *
     * @param sentence what it says afterwards; absent where it is withdrawn
     * @param before what it said before; absent where it is new
     */
    record One(
            UUID id,
            String name,
            List<String> parts,
            @Nullable String sentence,
            @Nullable String before) {
        static One of(DocumentDesk.Said said) {
            Policy policy = said.piece().after().or(said.piece()::before).orElseThrow();
            return new One(
                    policy.id(),
                    policy.name(),
                    said.piece().parts(),
                    said.after().orElse(null),
                    said.before().orElse(null));
        }
    }

    /** What would change, with nothing changed. */
    record Trial(
            boolean dryRun,
            long edition,
            String hash,
            List<One> added,
            List<One> changed,
            List<One> withdrawn,
            List<RuleJson.Warning> warnings,
            Object changes) {
        static Trial of(DocumentDesk.Trial trial) {
            return new Trial(
                    true,
                    trial.from().number(),
                    Edition.hashOf(trial.next().canonical()),
                    those(trial.said(), piece -> piece.before().isEmpty()),
                    those(
                            trial.said(),
                            piece -> piece.before().isPresent() && piece.after().isPresent()),
                    those(trial.said(), piece -> piece.after().isEmpty()),
                    trial.lints().stream().map(RuleJson.Warning::of).toList(),
                    trial.changes());
        }
    }

    /** Two editions. */
    record Compared(long from, long to, List<One> added, List<One> changed, List<One> withdrawn) {
        static Compared of(EditionDesk.Compared compared) {
            return new Compared(
                    compared.from().number(),
                    compared.to().number(),
                    those(compared.said(), piece -> piece.before().isEmpty()),
                    those(
                            compared.said(),
                            piece -> piece.before().isPresent() && piece.after().isPresent()),
                    those(compared.said(), piece -> piece.after().isEmpty()));
        }
    }

    /** One whole edition, as it was saved. */
    record Kept(
            long edition,
            String hash,
            Instant savedAt,
            @Nullable UUID savedBy,
            List<String> parts,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String document) {
        static Kept of(EditionDesk.Kept kept) {
            return new Kept(
                    kept.edition().number(),
                    kept.edition().hash(),
                    kept.saving().at(),
                    kept.saving().author(),
                    kept.parts(),
                    new String(kept.edition().policies().canonical(), UTF_8));
        }
    }

    /** An edition that is or was in force. */
    record Listed(
            long edition,
            String hash,
            Instant savedAt,
            @Nullable UUID savedBy,
            List<String> parts) {
        static Listed of(EditionDesk.Listed one) {
            return new Listed(
                    one.number(), one.hash(), one.saving().at(), one.saving().author(), one.parts());
        }
    }

    /** @param before to be asked for next; absent where there are no older ones */
    record Listing(List<Listed> editions, @Nullable Long before) {
        static Listing of(EditionDesk.Listing listing) {
            List<Listed> editions = listing.editions().stream().map(Listed::of).toList();
            return new Listing(editions, listing.more() ? editions.getLast().edition() : null);
        }
    }

    private static List<One> those(List<DocumentDesk.Said> said, Predicate<Piece> which) {
        return said.stream().filter(one -> which.test(one.piece())).map(One::of).toList();
    }
}
