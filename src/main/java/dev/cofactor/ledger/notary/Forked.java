// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

/** The log is not what was signed of it. Read by the operator; nothing is signed and nothing appended until he has acted. */
final class Forked extends RuntimeException {
    Forked(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
