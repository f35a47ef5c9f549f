// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.desk.codes.Holders;
import dev.cofactor.desk.outcomes.Outcomes;
import dev.cofactor.desk.outcomes.Result;
import dev.cofactor.desk.secrets.Entrance;
import dev.cofactor.desk.seeds.BackupCodes;
import dev.cofactor.desk.seeds.BackupCodes.Standing;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How many backup codes are left, for whoever may take one or read about it; and who had the others, for who edits. */
@ApplicationScoped
public class Counts {
    private final Gate gate;
    private final Catalogue catalogue;
    private final Entrance entrance;
    private final BackupCodes codes;
    private final TakenRows rows;
    private final Outcomes outcomes;
    private final Records records;
    private final Holders holders;

    Counts(
            Gate gate,
            Catalogue catalogue,
            Entrance entrance,
            BackupCodes codes,
            TakenRows rows,
            Outcomes outcomes,
            Records records,
            Holders holders) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.entrance = entrance;
        this.codes = codes;
        this.rows = rows;
        this.outcomes = outcomes;
        this.records = records;
        this.holders = holders;
    }

    /**
     * @param byApproval whether the next one leaves only if others have agreed
     * @param restored whether a copy was put back that cannot know how many are left
     */
    public record Count(Standing pool, boolean byApproval, boolean restored) {}

    /**
     * One that somebody had.
     *
     * @param by and {@code time}: as the log has it; absent where its record says so no more
     * @param result absent while nobody has said
     */
    public record Taken(int number, UUID event, Optional<By> by, Optional<Result> result) {
        public boolean isReturnable() {
            return result.equals(Optional.of(Result.NOT_USED));
        }
    }

    /** Whose hand it was, and what he is called. */
    public record By(UUID actor, Optional<String> name, Instant time) {}

    /** Each field's pool: a secret may have several. Whoever may neither is refused, and that is on the log. */
    public List<Count> counts(Caller caller, String asked) {
        Placed secret = catalogue
                .find(asked)
                .filter(found -> mayTake(caller, found))
                .orElseGet(() -> entrance.admit(caller, Verb.SECRET_READ_META, asked));
        if (secret.state() == Placed.State.DRAFT) {
            throw BackupRefused.draft();
        }
        List<Count> counts = counts(secret);
        if (counts.isEmpty()) {
            throw BackupRefused.none();
        }
        return counts;
    }

    /** For whoever was found to be allowed already. */
    public List<Count> counts(Placed secret) {
        return codes.standings(secret, Optional.empty()).stream()
                .map(pool -> new Count(pool, isByApproval(pool), rows.isUnsure(pool.pool())))
                .toList();
    }

    private boolean isByApproval(Standing pool) {
        return rows.next(pool.pool())
                .filter(place -> place.position() >= pool.first())
                .isPresent();
    }

    /** If need be after some step. */
    private boolean mayTake(Caller caller, Placed secret) {
        return gate.view(caller)
                .decide(Verb.BACKUP_CODE_TAKE, Sight.of(secret, caller).target())
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isPresent();
    }

    /** Of the pools that serve, the last one taken first. */
    public List<Taken> taken(Caller caller, String asked) {
        Placed secret = entrance.admit(caller, Verb.SECRET_EDIT, asked);
        List<TakenRows.Taken> found = codes.standings(secret, Optional.empty()).stream()
                .flatMap(pool -> rows.of(pool.pool()).stream())
                .toList();
        Map<UUID, Result> said =
                outcomes.of(found.stream().map(TakenRows.Taken::event).toList());
        return found.stream()
                .map(one -> new Taken(
                        one.position() + 1, one.event(), by(one.event()), Optional.ofNullable(said.get(one.event()))))
                .toList();
    }

    private Optional<By> by(UUID event) {
        return records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry::columns)
                .map(row -> new By(row.actor(), holders.name(row.actor()), row.time()));
    }
}
