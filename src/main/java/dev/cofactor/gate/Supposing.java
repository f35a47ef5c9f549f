// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.world.Facts;
import dev.cofactor.gate.world.Holdings;
import dev.cofactor.gate.world.World;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.clock.Reading;
import dev.cofactor.ledger.clock.Timekeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What would come of it if somebody asked: decided as at the door, on the same facts. Nobody has asked, so it leaves no record
 * and opens nothing; the answer names policies, and is for whoever may know them.
 */
@ApplicationScoped
public class Supposing {
    private final World world;
    private final Holdings holdings;
    private final Timekeeper keeper;

    Supposing(World world, Holdings holdings, Timekeeper keeper) {
        this.world = world;
        this.holdings = holdings;
        this.keeper = keeper;
    }

    /**
     * What limits, duties and claims come to is settled when something is recorded, so it is not in here.
     *
     * @param stands whether there is anybody who could be allowed anything
     * @param decision absent where there is nothing to decide
     * @param refusal what the caller would hear; absent where it is allowed
     * @param timed whether it was known what time it is
     */
    public record Foreseen(
            long edition, boolean stands, Optional<Decision> decision, Optional<Refused> refusal, boolean timed) {}

    /** @param done what the caller is supposed to say and to have proved; what was granted to him is found on record */
    public Foreseen foresee(Ask ask, Instant at, Steps done) {
        return foresee(ask, Reading.supposed(at), done);
    }

    /** At this moment: by a clock that is off, nothing that hangs on time can be foreseen either. */
    public Foreseen foreseeNow(Ask ask, Steps done) {
        return foresee(ask, keeper.reading(), done);
    }

    private Foreseen foresee(Ask ask, Reading clock, Steps done) {
        View view = new View(ask.caller(), done, world.now(), holdings, clock, Set.of());
        Ruling ruling = Ruling.of(ask, view);
        return new Foreseen(
                ruling.facts().edition().number(),
                view.isOfSomebody(),
                ruling.decision(),
                ruling.allows() ? Optional.empty() : Optional.of(ruling.refusal()),
                clock.reliable());
    }

    /** The first of these moments at which it is not denied to him, if he asks from where he is and has done nothing for it. */
    public Optional<Instant> firstOpen(Caller caller, Verb verb, Target target, Collection<Instant> moments) {
        Facts facts = world.now();
        return moments.stream()
                .filter(at -> !new View(caller, Steps.NONE, facts, holdings, Reading.supposed(at), Set.of())
                        .denies(verb, target))
                .findFirst();
    }
}
