// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.outbound;

import java.util.Optional;
import java.util.Set;

/** The client to the outside, with hosts of a test's own that may be private. */
public final class Lines {
    private Lines() {}

    public static Outbound to(String... hosts) {
        return new Outbound(() -> Optional.of(Set.of(hosts)));
    }
}
