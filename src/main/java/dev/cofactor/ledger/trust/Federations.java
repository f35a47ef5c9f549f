// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.trust;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose word counts, for which service. Says nothing of what the service may do. */
@Singleton
@Transactional
public class Federations {
    private final FederationRows rows;
    private final TermsRows terms;

    Federations(FederationRows rows, TermsRows terms) {
        this.rows = rows;
        this.terms = terms;
    }

    /** Those that ended too: they tell who could show himself when. */
    public List<Federation> all() {
        return rows.inOrder();
    }

    public Optional<Federation> find(UUID id) {
        return rows.one(id).stream().findFirst();
    }

    /** By this very issuer, the oldest first. */
    public List<Federation> standing(String issuer) {
        return rows.standing(issuer);
    }

    /** Part of a change, whose transaction is open: trust is of the world. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Federation add(Federation federation) {
        rows.persist(new FederationRow(federation));
        rows.flush();
        terms.persist(new TermsRow(federation));
        terms.flush();
        return federation;
    }

    /** Part of a change. Issuer and service stay what they are; terms under another number are kept beside those before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Federation edit(Federation then) {
        if (terms.findByIdOptional(new TermsRow.Key(then.id(), then.number())).isEmpty()) {
            terms.persist(new TermsRow(then));
            terms.flush();
        }
        rows.update(
                "name = ?1, active = ?2, terms = ?3, event = ?4 where id = ?5 and endedAt is null",
                then.name(),
                then.active(),
                then.number(),
                then.event(),
                then.id());
        return then;
    }

    /** Part of a change. What has ended before stays as it ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(UUID id, UUID event, Instant at) {
        rows.update("active = false, event = ?1, endedAt = ?2 where id = ?3 and endedAt is null", event, at, id);
    }
}
