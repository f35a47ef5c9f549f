// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.toll;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often anybody gets or tries anything sealed, whatever the policies say: a place within the actor's limit and one within the
 * secret's, counted in the transaction that records, so for all nodes together.
 */
@Singleton
class GeneralLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final LimitsConfig config;

    GeneralLimits(Clock clock, LimitsConfig config) {
        if (config.perActor() < 1 || config.perSecret() <= config.perActor()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "limits-unusable",
                    "cofactor.limits.per-secret must be more than cofactor.limits.per-actor, and that at least 1: or one actor"
                            + " alone could shut a secret for all");
        }
        this.clock = clock;
        this.config = config;
    }

    List<Claim> of(Caller caller, Passage passage) {
        Optional<Subject> secret = passage.event().about().filter(about -> about.kind() == Subject.Kind.SECRET);
        if (secret.isEmpty() || !passage.givesOrChecks()) {
            return List.of();
        }
        Instant begin = Windows.begin(clock.instant(), WINDOW);
        return List.of(
                new Claim.Limit("all/actor/" + caller.hand(), begin, WINDOW, config.perActor()),
                new Claim.Limit("all/secret/" + secret.get().id(), begin, WINDOW, config.perSecret()));
    }
}
