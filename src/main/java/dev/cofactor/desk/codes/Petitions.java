// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.approvals.Asking;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Refused;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;

/** What becomes of a fetch that somebody has to approve: asking for it is part of it, unless whoever fetches asks otherwise. */
@ApplicationScoped
class Petitions {
    private final Asking asking;
    private final Catalogue catalogue;

    Petitions(Asking asking, Catalogue catalogue) {
        this.asking = asking;
        this.catalogue = catalogue;
    }

    /** @param refused with the steps that would help; it is on the log already */
    Problem told(Request request, Refused refused) {
        return catalogue
                .find(request.asked())
                .map(secret -> asking.told(
                        request.caller(),
                        Verb.CODE_FETCH,
                        secret,
                        refused,
                        request.wish().given(),
                        request.wish().asks()))
                .orElse(refused);
    }
}
