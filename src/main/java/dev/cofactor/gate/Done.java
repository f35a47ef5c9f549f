// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a change came to.
 *
 * @param details what its record says besides
 * @param tells who must be told because of it
 */
public record Done<T>(T result, Details details, List<Claim.Tell> tells) {
    /** When a change is done, by the database's clock under the lock, and which event records it. */
    public record Moment(UUID event, Instant time) {}

    public static <T> Done<T> of(T result) {
        return new Done<>(result, Details.none(), List.of());
    }
}
