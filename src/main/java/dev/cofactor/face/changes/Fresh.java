// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.changes;

import dev.cofactor.desk.proposals.Proving;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whoever decides proves that it is he as for everything else that asks for it. */
@ApplicationScoped
class Fresh implements Proving {
    private final StepUps stepUps;

    Fresh(StepUps stepUps) {
        this.stepUps = stepUps;
    }

    @Override
    public void require(Caller caller, Duration within) {
        stepUps.require(caller, within);
    }
}
