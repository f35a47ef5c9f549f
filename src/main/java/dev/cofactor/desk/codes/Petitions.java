// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.approvals.Asking;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Given;
import dev.cofactor.gate.Refused;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What becomes of a fetch that somebody has to approve: asking for it is part of it, unless whoever fetches asks otherwise. */
@Singleton
class Petitions {
    private static final Set<String> WAITING = Set.of("approval-required", "approval-pending");

    private final Asking asking;
    private final Catalogue catalogue;

    Petitions(Asking asking, Catalogue catalogue) {
        this.asking = asking;
        this.catalogue = catalogue;
    }

    /**
     * What he is told, and what there is to wait for.
     *
     * @param open the request that somebody can decide yet; absent where waiting changes nothing
     */
    record Told(Problem problem, Optional<UUID> open) {}

    /**
     * @param refused with the steps that would help; it is on the log already
     * @param before the request he has waited for, of which he is told what became; none is opened then
     */
    Told told(Request request, Refused refused, Optional<UUID> before) {
        Given given = request.wish().given();
        Given goingOn = before.isPresent() ? new Given(given.reason(), given.ticket(), before) : given;
        boolean opens = before.isEmpty() && request.wish().asks();
        Problem problem = catalogue
                .find(request.asked())
                .map(secret -> asking.told(request.caller(), Verb.CODE_FETCH, secret, refused, goingOn, opens))
                .orElse(refused);
        return new Told(problem, open(problem));
    }

    private static Optional<UUID> open(Problem problem) {
        return WAITING.contains(problem.code()) && problem.members().get("request") instanceof String id
                ? PublicId.REQUEST.read(id)
                : Optional.empty();
    }
}
