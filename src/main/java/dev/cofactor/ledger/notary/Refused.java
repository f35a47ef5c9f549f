// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.ground.problem.Problem;

/** A receipt whose proof may hold, but which does not say what was proved. */
final class Refused extends Problem {
    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(Kind.INVALID, "receipt-refused", message);
    }
}
