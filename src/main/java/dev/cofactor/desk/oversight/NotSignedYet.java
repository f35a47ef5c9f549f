// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;

/** It is recorded, and the next checkpoint will say so to others. */
final class NotSignedYet extends Problem {
    private static final long serialVersionUID = 1;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    NotSignedYet() {
        super(
                Kind.NOT_FOUND,
                "not-signed-yet",
                "no checkpoint covers this yet; the next one will",
                COME_BACK,
                Map.of(),
                null);
    }
}
