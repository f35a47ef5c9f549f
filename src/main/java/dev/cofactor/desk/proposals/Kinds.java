// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.grants.Proposal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** All kinds of changes there are. A row can name any verb: which right it takes is the kind's to say. */
@ApplicationScoped
class Kinds {
    private final Instance<Kind> all;
    private final Gate gate;

    Kinds(Instance<Kind> all, Gate gate) {
        this.all = all;
        this.gate = gate;
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

    boolean isNeverAlone(Proposed change) {
        return all.stream().filter(kind -> kind.word().equals(change.kind())).anyMatch(Kind::isNeverAlone);
    }

    /** What it would be done to, as far as whoever looks may do it: to everybody else there is no such change. */
    Optional<Sight> seen(Kind kind, Proposal proposal, Caller caller) {
        return kind.look(proposed(proposal), caller)
                .filter(sight -> gate.view(caller).may(kind.verb(), sight.target()));
    }

    Proposed proposed(Proposal proposal) {
        return new Proposed(proposal.kind(), proposal.document(), Optional.empty());
    }
}
