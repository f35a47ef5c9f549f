// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.gate.world.Facts;
import dev.cofactor.gate.world.Holdings;
import dev.cofactor.gate.world.World;
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

    Supposing(World world, Holdings holdings) {
        this.world = world;
        this.holdings = holdings;
    }

    /**
     * What limits, duties and claims come to is settled when something is recorded, so it is not in here.
     *
     * @param stands whether there is anybody who could be allowed anything
     * @param decision absent where there is nothing to decide
     * @param refusal what the caller would hear; absent where it is allowed
     */
    public record Foreseen(long edition, boolean stands, Optional<Decision> decision, Optional<Refused> refusal) {}

    /** @param done what the caller is supposed to say and to have proved; what was granted to him is found on record */
    public Foreseen foresee(Ask ask, Instant at, Steps done) {
        View view = new View(ask.caller(), done, world.now(), holdings, at, Set.of());
        Ruling ruling = Ruling.of(ask, view);
        return new Foreseen(
                ruling.facts().edition().number(),
                view.isOfSomebody(),
                ruling.decision(),
                ruling.allows() ? Optional.empty() : Optional.of(ruling.refusal()));
    }

    /** The first of these moments at which it is not denied to him, if he asks from where he is and has done nothing for it. */
    public Optional<Instant> firstOpen(Ask ask, Collection<Instant> moments) {
        Facts facts = world.now();
        Optional<Sight> sight = ask.look().get();
        return sight.flatMap(found -> moments.stream()
                .filter(at -> new View(ask.caller(), Steps.NONE, facts, holdings, at, Set.of())
                        .decide(ask.verb(), found.target())
                        .filter(decision -> !(decision instanceof Decision.Deny))
                        .isPresent())
                .findFirst());
    }
}
