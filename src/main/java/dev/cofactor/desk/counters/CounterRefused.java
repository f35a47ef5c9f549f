// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.counters;

import dev.cofactor.ground.problem.Problem;

/** Why a counter stays where it is. Repeats nothing of what was sent. */
final class CounterRefused extends Problem {
    private static final long serialVersionUID = 1;

    private CounterRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static CounterRefused malformed() {
        return new CounterRefused(
                Kind.INVALID, "counter-request-malformed", "send either codes, two in a row, or counter, a number");
    }

    static CounterRefused noCounter() {
        return new CounterRefused(Kind.CONFLICT, "no-counter", "there is no seed here that counts");
    }

    /** The same for two that are wrong, too far ahead, used up, or not in a row. */
    static CounterRefused notAccepted() {
        return new CounterRefused(
                Kind.INVALID,
                "codes-not-accepted",
                "these are not two codes in a row of the next thousand: the second has to be the one right after the first");
    }

    static CounterRefused behind() {
        return new CounterRefused(
                Kind.CONFLICT,
                "counter-behind",
                "the counter is further ahead already and never goes back: name a higher one, or fetch two codes in a row, and"
                        + " enter both where the site brings itself into step");
    }

    static CounterRefused tooFar() {
        return new CounterRefused(
                Kind.INVALID, "counter-too-far", "a counter moves forward by a thousand at the most, at one time");
    }

    static CounterRefused changedMeanwhile() {
        return new CounterRefused(Kind.CONFLICT, "no-counter", "the seed was replaced meanwhile");
    }
}
