// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.trust;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Federations, each with the terms it is on now. */
@Singleton
class FederationRows implements PanacheRepositoryBase<FederationRow, UUID> {
    private static final String TOGETHER =
            "select f, t from FederationRow f join TermsRow t on t.federation = f.id and t.number = f.terms ";

    List<Federation> inOrder() {
        return together("order by f.createdAt, f.id", "");
    }

    List<Federation> one(UUID id) {
        return together("where f.id = ?1", id);
    }

    /** To the letter: PostgreSQL compares text byte by byte. */
    List<Federation> standing(String issuer) {
        return together("where f.issuer = ?1 and f.active and f.endedAt is null order by f.createdAt, f.id", issuer);
    }

    private List<Federation> together(String how, Object parameter) {
        var query = getEntityManager().createQuery(TOGETHER + how, Object[].class);
        if (how.contains("?1")) {
            query.setParameter(1, parameter);
        }
        return query.getResultStream()
                .map(pair -> ((FederationRow) pair[0]).on(((TermsRow) pair[1]).terms()))
                .toList();
    }
}
