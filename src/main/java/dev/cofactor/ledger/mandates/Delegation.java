// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.Line;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That an agent acts for a person, as that person recorded it. One token goes with it and is good as long as it is.
 *
 * @param label by which the person tells it from his others
 * @param from where its token may be shown
 * @param ended when it was ended before its time
 */
public record Delegation(
        UUID id,
        UUID agent,
        UUID person,
        String label,
        AddressRanges from,
        Instant since,
        Instant until,
        Optional<Instant> ended) {
    public boolean stands(Instant now) {
        return ended.isEmpty() && now.isBefore(until);
    }

    /** Whether it is good now, for whoever shows its token on this line. */
    public boolean stands(Instant now, Line line) {
        return stands(now) && from.reach(line.address());
    }
}
