// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets at the tools whoever may: so many times a minute, and each time on the log before anything is computed. */
@Singleton
class Bench {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Gate gate;
    private final Clock clock;
    private final long most;

    Bench(Gate gate, Clock clock, ToolsConfig config) {
        if (config.perMinute() < 1) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "limits-unusable",
                    "cofactor.tools.per-minute must be at least 1: whoever wants the tools used by nobody gives nobody the right");
        }
        this.gate = gate;
        this.clock = clock;
        this.most = config.perMinute();
    }

    /** Before anything of what he sent is looked at. */
    void admit(Caller caller) {
        gate.admit(caller, Verb.TOOLS_USE, () -> Optional.of(Sight.installation(Details.none())));
    }

    /** What it is used on is not said: there is nothing here that could. */
    void use(Caller caller, Tool tool) {
        Sight sight = Sight.installation(Details.none().with(Name.METHOD, tool.word()));
        gate.release(new Ask(
                caller,
                Verb.TOOLS_USE,
                EventClass.TOOL_USED,
                () -> Optional.of(sight),
                allowed -> allowed.taking(List.of(limit(caller)))));
    }

    private Claim limit(Caller caller) {
        Instant now = clock.instant();
        long into = Math.floorMod(now.toEpochMilli(), WINDOW.toMillis());
        return new Claim.Limit("tools/" + caller.hand(), now.minusMillis(into), WINDOW, most);
    }
}
