// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ledger.audit.Intent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What lies behind the door, as it was found for one decision.
 *
 * @param about whose history the event belongs to
 * @param rows the versions of the rows it was found in: if one has moved when it is recorded, it is looked at again
 * @param details what the event says besides
 * @param claims what it must hold to be recorded
 * @param opens the one value that a release opens
 */
public record Sight(
        Target target,
        Optional<Subject> about,
        Map<UUID, Long> rows,
        Details details,
        List<Claim> claims,
        Optional<Intent.Opening> opens) {

    /** Something of the installation as a whole. */
    public static Sight installation(Details details) {
        return new Sight(Target.installation(), Optional.empty(), Map.of(), details, List.of(), Optional.empty());
    }

    public static Sight of(Target target, Subject about, Map<UUID, Long> rows) {
        return new Sight(target, Optional.of(about), rows, Details.none(), List.of(), Optional.empty());
    }

    /** For a release: what it takes, and what it opens. */
    public Sight opening(UUID value, String purpose, List<Claim> taking) {
        return new Sight(target, about, rows, details, taking, Optional.of(new Intent.Opening(value, purpose)));
    }

    public Sight saying(Details particulars) {
        return new Sight(target, about, rows, particulars, claims, opens);
    }
}
