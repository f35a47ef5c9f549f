// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.Line;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a service shows. Whoever reads this cannot show it: there is no more of it here than when and where it is good.
 *
 * @param label by which people tell it from the others
 * @param from where it may be shown
 * @param ended when it was or will be over before its time: taken back, or replaced by another one
 * @param replaces the one in whose place it was given
 */
public record Token(
        UUID id,
        UUID service,
        String label,
        AddressRanges from,
        Instant since,
        Instant until,
        Optional<Instant> ended,
        Optional<UUID> replaces) {
    public boolean stands(Instant now) {
        return now.isBefore(end());
    }

    /** Whether it is good now, for whoever shows it on this line. */
    public boolean stands(Instant now, Line line) {
        return stands(now) && from.reach(line.address());
    }

    /** From when on it is good for nothing. */
    public Instant end() {
        return ended.filter(early -> early.isBefore(until)).orElse(until);
    }
}
