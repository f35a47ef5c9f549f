// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ledger.claims.Claimant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An intent on its way through one batch: still in it, or out with a settlement. */
final class Candidate {
    /** A decision older than this is taken again rather than recorded. */
    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(1);

    private final Intent intent;
    private final long deadline;
    private final Claimant claimant;
    private final List<Won> wonBefore = new ArrayList<>();
    private @Nullable Settlement out;

    Candidate(Intent intent) {
        this(intent, System.nanoTime() + GOOD_FOR);
    }

    private Candidate(Intent intent, long deadline) {
        this.intent = intent;
        this.deadline = deadline;
        this.claimant = new Claimant(intent.event().id(), intent.claims());
    }

    /** The same from the start, for a second round; it has no more time for it. */
    Candidate again() {
        return new Candidate(intent, deadline);
    }

    boolean isLate() {
        return deadline - System.nanoTime() <= 0;
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
        return Optional.ofNullable(out).or(() -> claimant.loss().map(Candidate::settled));
    }

    private static Settlement settled(Loss loss) {
        return loss instanceof Loss.Moved ? new Settlement.DecideAgain() : new Settlement.Lost(loss);
    }

    boolean isRepetition() {
        return claimant.isRepetition();
    }

    /** What a change turned out to be; it has what it won before its work was done. */
    Candidate with(Intent done) {
        if (!intent.claims().isEmpty()
                && !done.event().id().equals(intent.event().id())) {
            throw new IllegalArgumentException("a change is recorded under the id that its claims were settled for");
        }
        Candidate changed = new Candidate(done, deadline);
        changed.wonBefore.addAll(claimant.won());
        return changed;
    }

    List<Won> won() {
        return Stream.concat(wonBefore.stream(), claimant.won().stream()).toList();
    }

    /** The event as it goes on the log: with what it won, and as a repetition if that is what it is. */
    Event event() {
        Details details = intent.event().details();
        for (Won won : won()) {
            details = won.addTo(details);
        }
        Event event = intent.event().with(details);
        return won().stream().anyMatch(Won::isRepetition) ? event.repeated() : event;
    }
}
