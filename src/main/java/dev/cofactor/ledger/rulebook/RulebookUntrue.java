// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import dev.cofactor.ground.problem.Problem;

/** An edition is missing, altered, or not the one on the log: nothing is decided by it. */
public final class RulebookUntrue extends Problem {
    public RulebookUntrue() {
        super(Kind.UNAVAILABLE, "rulebook-unavailable", "the rules in force cannot be relied on");
    }
}
