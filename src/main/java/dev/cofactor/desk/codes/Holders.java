// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.gate.world.World;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who has a step, for those who may know: whoever sees the secret through which it was taken. */
@Singleton
public class Holders {
    private final Gate gate;
    private final Catalogue catalogue;
    private final World world;
    private final Clock clock;

    Holders(Gate gate, Catalogue catalogue, World world, Clock clock) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.world = world;
        this.clock = clock;
    }

    /** What a person, a service or an agent is called: a name decides nothing, so as of a moment ago. */
    public Optional<String> name(UUID actor) {
        return world.lately().name(actor);
    }

    /** Whose hand it is that has something: for which person an agent has it is nobody else's business. */
    UUID actor(UUID hand) {
        return world.lately().actorOf(hand);
    }

    /** @param allowed a secret whose code he was just allowed, so he may know of it */
    boolean maySee(Caller caller, Won.First holder, UUID allowed) {
        return holder.secret().equals(allowed) || maySee(caller, holder);
    }

    boolean maySee(Caller caller, Won.First holder) {
        View view = gate.view(caller);
        return catalogue
                .find(holder.secret())
                .filter(secret -> view.shows(Sight.of(secret, caller).target()))
                .isPresent();
    }

    /**
     * The same refusal, with why and until when it is so, and who has the step, if the caller may know that.
     *
     * @param stoodBack whether it is free, and others come first
     */
    Problem named(Caller caller, Refused refused, boolean stoodBack) {
        if (!refused.isBusy()) {
            return refused;
        }
        Duration left = refused.retryAfter().orElse(Duration.ZERO);
        Map<String, Object> known = new HashMap<>();
        String otherwise = stoodBack ? "others-first" : "ending";
        known.put("because", refused.holder().isPresent() ? "held" : otherwise);
        known.put("nextAt", clock.instant().plus(left).toString());
        refused.holder()
                .filter(holder -> maySee(caller, holder))
                .ifPresent(holder -> known.put("heldBy", told(holder)));
        return CodeRefused.busy(left, known);
    }

    private Map<String, Object> told(Won.First holder) {
        Map<String, Object> told = new HashMap<>();
        UUID actor = actor(holder.actor());
        told.put("actor", actor.toString());
        told.put("at", holder.time().toString());
        name(actor).ifPresent(name -> told.put("name", name));
        return told;
    }
}
