// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.ledger.grants.Proposal;

/** That a second person has said yes to one change. Only this room makes one, and it is good once. */
public final class Permit {
    private final Proposal proposal;

    Permit(Proposal proposal) {
        this.proposal = proposal;
    }

    Proposal proposal() {
        return proposal;
    }
}
