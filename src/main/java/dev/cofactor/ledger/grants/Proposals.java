// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.ledger.grants.Proposal.Outcome;
import dev.cofactor.ledger.grants.Proposal.State;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes that wait for a second person, and those that did. Whether one may be decided is found elsewhere. */
@Singleton
@Transactional
public class Proposals {
    private final ProposalRows rows;

    Proposals(ProposalRows rows) {
        this.rows = rows;
    }

    public Optional<Proposal> find(UUID id) {
        return rows.findByIdOptional(id).map(ProposalRow::proposal);
    }

    /** All about which something can still be done, the oldest first. */
    public List<Proposal> open(Instant now) {
        return rows.open(now).stream().map(ProposalRow::proposal).toList();
    }

    /** How many of somebody's are open. */
    public long open(UUID author, Instant now) {
        return rows.open(author, now);
    }

    /** Whoever asks for the very same again has asked once. */
    public Optional<Proposal> same(UUID author, String kind, String document, State state, Instant now) {
        return rows.same(author, kind, document, state, now).map(ProposalRow::proposal);
    }

    /** The newest first, however they ended. */
    public List<Proposal> newest(int limit) {
        return rows.newest(limit).stream().map(ProposalRow::proposal).toList();
    }

    /** Part of a change, which records it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Proposal proposal) {
        rows.persist(new ProposalRow(proposal));
        rows.flush();
    }

    /** Part of a change, under the head's lock. @return false where somebody else was faster */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean settle(UUID id, State from, Outcome to) {
        return rows.settle(id, from, to);
    }
}
