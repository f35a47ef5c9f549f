// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.Supposing;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** When what is shut now opens by itself, because some hour or day begins or ends. Asked as if he asked then. */
@ApplicationScoped
public class Openings {
    /** Of moments at which anything could change, the first ones. */
    private static final int MOST = 500;

    private final Gate gate;
    private final Supposing supposing;

    Openings(Gate gate, Supposing supposing) {
        this.gate = gate;
        this.supposing = supposing;
    }

    /** @return nothing, where he could do it now, or time alone changes nothing */
    public Optional<Instant> of(Ask ask, Instant now, Supposing.Foreseen foreseen) {
        return foreseen.decision().filter(Decision.Deny.class::isInstance).isEmpty()
                ? Optional.empty()
                : ask.look()
                        .get()
                        .map(Sight::target)
                        .flatMap(target -> opens(timetable(ask.verb(), now, MOST), ask.caller(), target));
    }

    /** For many targets of one moment. @param most so many moments are looked at for each */
    Timetable timetable(Verb verb, Instant now, int most) {
        return new Timetable(gate.edition().policies().policies(), verb, now, most);
    }

    Optional<Instant> opens(Timetable timetable, Caller caller, Target target) {
        return supposing.firstOpen(caller, timetable.verb(), target, timetable.moments(target));
    }
}
