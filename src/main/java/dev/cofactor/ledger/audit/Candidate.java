// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ledger.claims.Claimant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An intent on its way through one batch: still in it, or out with a settlement. */
final class Candidate {
    private final Intent intent;
    private final Claimant claimant;
    private @Nullable Settlement out;

    Candidate(Intent intent) {
        this.intent = intent;
        this.claimant = new Claimant(intent.event().id(), intent.claims());
    }

    Intent intent() {
        return intent;
    }

    Claimant claimant() {
        return claimant;
    }

    boolean isIn() {
        return settlement().isEmpty();
    }

    void leaves(Settlement settlement) {
        out = settlement;
    }

    /** What it is told instead of a record, if it is not recorded. */
    Optional<Settlement> settlement() {
        return Optional.ofNullable(out).or(() -> claimant.loss().map(Settlement.Lost::new));
    }

    /** The event as it goes on the log: with what it won, and as a repetition if that is what it is. */
    Event event() {
        claimant.won().forEach(won -> won.addTo(intent.event().details()));
        boolean repeated = claimant.won().stream().anyMatch(Won::isRepetition);
        return repeated ? intent.event().repeated() : intent.event();
    }
}
