// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.ground.identity.Caller;
import java.time.Duration;

/** Asks whether it is really he who sits there. How that is proved is known further up. */
public interface Proving {
    /** @throws dev.cofactor.ground.problem.Problem unless he proved it in this very session, so lately; it is on the log then */
    void require(Caller caller, Duration within);
}
