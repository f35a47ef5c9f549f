// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.ledger.grants.Proposal.Outcome;
import dev.cofactor.ledger.grants.Proposal.State;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What it says is written once; of what became of it only {@link ProposalRows#settle} writes. */
@Entity
@Table(name = "proposed_change")
class ProposalRow {
    @Id
    UUID id;

    String kind;
    String verb;
    UUID author;
    boolean machine;
    String document;
    String gains;
    UUID event;
    Instant createdAt;
    Instant ends;
    String state;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String why;

    @SuppressWarnings("NullAway.Init")
    protected ProposalRow() {} // for Hibernate

    ProposalRow(Proposal proposal) {
        this.id = proposal.id();
        this.kind = proposal.kind();
        this.verb = proposal.verb();
        this.author = proposal.author();
        this.machine = proposal.machine();
        this.document = proposal.document();
        this.gains = proposal.gains();
        this.event = proposal.event();
        this.createdAt = proposal.since();
        this.ends = proposal.ends();
        this.state = proposal.state().word();
        this.decidedBy = proposal.outcome().by().orElse(null);
        this.decidedAt = proposal.outcome().at().orElse(null);
        this.why = proposal.outcome().why().orElse(null);
    }

    Proposal proposal() {
        Outcome outcome = new Outcome(
                State.of(state),
                Optional.ofNullable(decidedBy),
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(why));
        return new Proposal(id, kind, verb, author, machine, document, gains, event, createdAt, ends, outcome);
    }
}
