// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import dev.cofactor.ground.problem.Problem;

/** Something that was checked and does not hold. Its message names the place and says what; it repeats nothing read. */
public final class Untrue extends Problem {
    private static final long serialVersionUID = 1;

    private final boolean placed;

    private Untrue(String message, boolean placed) {
        super(Kind.INVALID, "log-untrue", message);
        this.placed = placed;
    }

    /** Whoever knows the place adds it with {@link #at}. */
    static Untrue because(String what) {
        return new Untrue(what, false);
    }

    static Untrue at(String place, Problem what) {
        return what instanceof Untrue known && known.placed
                ? known
                : new Untrue(place + ": " + what.getMessage(), false);
    }

    /** Of an entry that was read before: no later place is added. */
    static Untrue of(long index, String what) {
        return new Untrue("entry " + index + ": " + what, true);
    }

    static void unless(boolean holds, String what) {
        if (!holds) {
            throw because(what);
        }
    }
}
