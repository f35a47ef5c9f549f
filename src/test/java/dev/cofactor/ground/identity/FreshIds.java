// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import java.security.SecureRandom;
import java.time.Clock;

/** Ids where no Quarkus wires them. */
public final class FreshIds {
    private FreshIds() {}

    public static Ids of(Clock clock, SecureRandom random) {
        return new Ids(clock, random);
    }
}
