// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import dev.cofactor.ground.problem.Problem;

/** What was shown proves nothing: it is not in the format, or it is and does not hold. */
public final class Unproven extends Problem {
    private static final long serialVersionUID = 1;

    private Unproven(String code, String message) {
        super(Kind.INVALID, code, message);
    }

    /** Not in the format, so nothing was looked at. */
    static Unproven malformed(String message) {
        return new Unproven("proof-malformed", message);
    }

    /** In the format, and refused. */
    static Unproven because(String message) {
        return new Unproven("proof-refused", message);
    }
}
