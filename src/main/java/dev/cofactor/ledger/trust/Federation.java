// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever this issuer vouches for on these terms is that service.
 *
 * @param number which terms of his these are: they are counted, and the ones before are kept
 * @param event the change that made it what it is
 * @param ended when nobody was let in by it any more
 */
public record Federation(
        UUID id,
        UUID service,
        String name,
        String preset,
        String issuer,
        boolean active,
        int number,
        Terms terms,
        UUID event,
        Instant since,
        Optional<Instant> ended) {

    public boolean stands() {
        return active && ended.isEmpty();
    }
}
