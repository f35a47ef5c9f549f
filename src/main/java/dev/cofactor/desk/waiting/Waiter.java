// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import dev.cofactor.ground.problem.Problem;
import java.util.Optional;
import java.util.UUID;

/** Somebody in a line. */
public interface Waiter {
    /**
     * Who he is to the line.
     *
     * @param secret through which he asks
     * @param who whose what he gets would be: others with the same may have it with him
     * @param shares whether others may have the same with him, so that nobody has to come before him
     * @param end until when he waits, as {@link System#nanoTime} counts
     */
    record Ticket(UUID secret, UUID who, boolean shares, long end) {}

    /** He asks once more. It does not throw: what goes wrong is his to be told. */
    Turn turn();

    /** He is told this: he need not be called again, it would be too late for him. */
    void dismiss(Problem why);

    /** What became of it. */
    sealed interface Turn {
        /** He leaves the line, with or without. */
        record Over() implements Turn {}

        /**
         * He keeps his place.
         *
         * @param from it cannot be free before, as {@link System#nanoTime} counts
         * @param due it surely may be free by then
         * @param taken who has it instead, if somebody has
         * @param why what he is told if that is too late for him
         */
        record Later(long from, long due, Optional<Taken> taken, Problem why) implements Turn {}
    }

    /** Somebody has it, and asked for through the same secret it is nobody else's until then. */
    record Taken(UUID secret, UUID who) {}
}
