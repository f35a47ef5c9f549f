// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.clock;

import java.time.Instant;

/** What this machine says the time is: a clock that somebody may put somewhere else while the server runs. */
@FunctionalInterface
public interface MachineClock {
    Instant instant();
}
