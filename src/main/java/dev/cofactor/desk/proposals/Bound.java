// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ledger.grants.Proposal;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What the log says of a proposal. Rows can be altered by whoever holds the database; events cannot. */
@ApplicationScoped
class Bound {
    private final Records records;

    Bound(Records records) {
        this.records = records;
    }

    /** Whether somebody has proposed this, to the letter. */
    boolean isAsProposed(Proposal proposal) {
        return sound(records.find(proposal.event()), proposal.id(), EventClass.CHANGE_PROPOSED)
                .filter(entry -> entry.columns().actor().equals(proposal.author()))
                .map(entry -> entry.contents().details())
                .filter(details -> proposal.hash().equals(details.get("hash")))
                .isPresent();
    }

    /** Whether somebody has said yes, and that was the last word. */
    boolean isAsDecided(Proposal proposal) {
        Optional<UUID> by = proposal.outcome().by();
        return sound(
                        records.newest(proposal.id(), EventClass.CHANGE_DECIDED),
                        proposal.id(),
                        EventClass.CHANGE_DECIDED)
                .filter(entry -> by.filter(entry.columns().actor()::equals).isPresent())
                .map(entry -> entry.contents().details())
                .filter(details -> State.CONFIRMED.word().equals(details.get("code")))
                .isPresent();
    }

    private static Optional<Entry.Sound> sound(Optional<Entry> found, UUID about, EventClass kind) {
        return found.filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .filter(entry -> entry.columns().kind().equals(kind.word()))
                .filter(entry -> entry.columns().about().filter(about::equals).isPresent());
    }
}
