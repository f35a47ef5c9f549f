// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.passkeys.FreshProof;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Who found a browser open must not put a key of his own beside the ones that are there, nor take one away. */
@ApplicationScoped
class FreshProofs implements FreshProof {
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final StepUps stepUps;

    FreshProofs(StepUps stepUps) {
        this.stepUps = stepUps;
    }

    /** Whoever has no factor yet has nothing to prove by but the session itself: he may have come by single sign-on. */
    @Override
    public boolean isGiven(Caller caller) {
        return !stepUps.hasFactor(caller) || stepUps.provedWithin(caller, WITHIN);
    }
}
