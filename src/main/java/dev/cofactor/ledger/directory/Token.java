// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a service shows. Whoever reads this cannot show it: there is no more of it here than when it is good.
 *
 * @param label by which people tell it from the others
 * @param ended when it was taken back before its time
 */
public record Token(UUID id, UUID service, String label, Instant since, Instant until, Optional<Instant> ended) {
    public boolean stands(Instant now) {
        return ended.isEmpty() && now.isBefore(until);
    }
}
