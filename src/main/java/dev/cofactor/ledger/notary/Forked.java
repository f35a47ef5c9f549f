// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.ground.problem.Problem;

/**
 * The log is not what was signed of it. Read by the operator; nothing is signed and nothing appended until he has acted.
 * Whoever asks for a part of the tree that is not there is told as well.
 */
final class Forked extends Problem {
    private static final long serialVersionUID = 1;

    Forked(String why) {
        super(Kind.UNAVAILABLE, "log-altered", why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
