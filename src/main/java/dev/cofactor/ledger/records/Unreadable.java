// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.problem.Problem;
import java.sql.SQLException;

/** The database does not answer: nothing is said about the log, neither good nor bad. */
final class Unreadable extends Problem {
    private static final long serialVersionUID = 1;

    Unreadable(SQLException cause) {
        super(Kind.UNAVAILABLE, "log-unavailable", "the log cannot be read now");
        initCause(cause);
    }
}
