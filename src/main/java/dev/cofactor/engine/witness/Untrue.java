// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import dev.cofactor.ground.problem.Problem;

/** Something that was checked and does not hold. Its message names the place and says what; it repeats nothing read. */
public final class Untrue extends Problem {
    private static final long serialVersionUID = 1;

    private Untrue(String message) {
        super(Kind.INVALID, "log-untrue", message);
    }

    /** Whoever knows the place adds it with {@link #at}. */
    static Untrue because(String what) {
        return new Untrue(what);
    }

    static Untrue at(String place, Problem what) {
        return new Untrue(place + ": " + what.getMessage());
    }

    static void unless(boolean holds, String what) {
        if (!holds) {
            throw because(what);
        }
    }
}
