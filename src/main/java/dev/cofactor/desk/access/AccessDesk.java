// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.Supposing;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What somebody could do himself, and what he would have to do for it. It answers about what he may see alone; whoever asks about
 * anything else is refused as if he had asked for the code, on the log too.
 */
@ApplicationScoped
public class AccessDesk {
    /** Nobody reads on. */
    private static final int MOST_WAYS = 8;

    private final Gate gate;
    private final Supposing supposing;
    private final Openings openings;
    private final Catalogue catalogue;
    private final StepsToTake steps;
    private final Clock clock;

    AccessDesk(
            Gate gate, Supposing supposing, Openings openings, Catalogue catalogue, StepsToTake steps, Clock clock) {
        this.gate = gate;
        this.supposing = supposing;
        this.openings = openings;
        this.catalogue = catalogue;
        this.steps = steps;
        this.clock = clock;
    }

    /** @throws Refused where there is nothing, or nothing he may see: the same to the letter */
    public Access access(Caller caller, String pathOrId) {
        Supplier<Optional<Sight>> look = () -> catalogue.find(pathOrId).map(found -> Sight.of(found, caller));
        Ask ask = new Ask(caller, Verb.CODE_FETCH, EventClass.REQUEST_REFUSED, look);
        Instant now = clock.instant();
        Supposing.Foreseen foreseen = supposing.foresee(ask, now, Steps.NONE);
        if (foreseen.refusal().filter(AccessDesk::hides).isPresent()) {
            // Refuses, and records it; if he may see it by now, he is told the next time.
            gate.admit(caller, Verb.CODE_FETCH, look);
            foreseen = supposing.foresee(ask, now, Steps.NONE);
        }
        return told(caller, now, foreseen, openings.of(ask, now, foreseen));
    }

    private Access told(Caller caller, Instant now, Supposing.Foreseen foreseen, Optional<Instant> opens) {
        List<Way> ways = foreseen.refusal().map(Refused::ways).orElse(List.of());
        return new Access(
                now,
                foreseen.refusal().map(Refused::code),
                steps.of(ways.stream().map(Way::missing), caller, MOST_WAYS),
                opens);
    }

    private static boolean hides(Refused refused) {
        return refused.kind() == Kind.NOT_FOUND || refused.kind() == Kind.UNAUTHENTICATED;
    }
}
