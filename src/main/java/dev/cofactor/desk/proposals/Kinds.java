// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.ledger.grants.Proposal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** All kinds of changes there are. A row can name any verb: which right it takes is the kind's to say. */
@ApplicationScoped
class Kinds {
    private final Instance<Kind> all;

    Kinds(Instance<Kind> all) {
        this.all = all;
    }

    Kind of(Proposal proposal) {
        return find(proposal).orElseThrow(ProposalRefused::altered);
    }

    Optional<Kind> find(Proposal proposal) {
        return all.stream()
                .filter(kind -> kind.word().equals(proposal.kind()))
                .filter(kind -> kind.verb().code().equals(proposal.verb()))
                .findFirst();
    }

    Proposed proposed(Proposal proposal) {
        return new Proposed(proposal.kind(), proposal.document(), Optional.empty());
    }
}
