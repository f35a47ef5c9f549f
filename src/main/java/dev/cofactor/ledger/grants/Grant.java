// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.engine.clauses.Need;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * "X may do A on S until T, n times, because Z approved."
 *
 * @param clause the hash of what was approved, in hex: for another clause it does not count
 * @param approvals what had to be approved; none of a broken glass
 * @param yes who approved
 * @param asker the person who asked, or for whom an agent asked; else the hand
 * @param reason how long a reason was given when it was asked for
 * @param ticket that was named then
 */
public record Grant(
        UUID id,
        UUID request,
        UUID hand,
        String verb,
        UUID secret,
        String clause,
        List<Need.Approval> approvals,
        List<UUID> yes,
        UUID asker,
        Instant ends,
        int usesLeft,
        int reason,
        Optional<String> ticket) {
    public Grant {
        approvals = List.copyOf(approvals);
        yes = List.copyOf(yes);
    }
}
