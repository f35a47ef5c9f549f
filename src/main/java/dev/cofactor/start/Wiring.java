// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.ledger.clock.MachineClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Time and chance: everybody gets them from here, so that a test can say what they are. */
final class Wiring {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    MachineClock machineClock() {
        return () -> Clock.systemUTC().instant();
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
