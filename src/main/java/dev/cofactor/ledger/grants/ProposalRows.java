// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.ledger.grants.Proposal.Outcome;
import dev.cofactor.ledger.grants.Proposal.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class ProposalRows implements PanacheRepositoryBase<ProposalRow, UUID> {
    private static final String OPEN = "state in ('waiting', 'confirmed') and ends > ?1";

    List<ProposalRow> open(Instant now) {
        return list(OPEN + " order by createdAt, id", now);
    }

    long open(UUID author, Instant now) {
        return count(OPEN + " and author = ?2", now, author);
    }

    /** The same asked for before, and not decided or not yet done. */
    Optional<ProposalRow> same(UUID author, String kind, String document, State state, Instant now) {
        return find(
                        "author = ?1 and kind = ?2 and document = ?3 and state = ?4 and ends > ?5 order by createdAt",
                        author,
                        kind,
                        document,
                        state.word(),
                        now)
                .firstResultOptional();
    }

    List<ProposalRow> newest(int limit) {
        return find("order by createdAt desc, id desc").page(Page.ofSize(limit)).list();
    }

    /** Of any number who try at the same time one has it. */
    boolean settle(UUID id, State from, Outcome to) {
        return update(
                        "state = ?1, decidedBy = coalesce(?2, decidedBy), decidedAt = ?3, why = ?4"
                                + " where id = ?5 and state = ?6",
                        to.state().word(),
                        to.by().orElse(null),
                        to.at().orElseThrow(),
                        to.why().orElse(null),
                        id,
                        from.word())
                == 1;
    }
}
