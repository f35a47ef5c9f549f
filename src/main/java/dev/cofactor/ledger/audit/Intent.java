// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An event that wants to be recorded, and on what conditions.
 *
 * @param opens what its record will open, if it is a release
 * @param world the version of the world it was decided under; absent for what no decision led to
 * @param rows the versions of the rows it was decided on
 * @param lane which queue it waits in
 */
public record Intent(
        Event event, Optional<Opening> opens, List<Claim> claims, OptionalLong world, Map<UUID, Long> rows, Lane lane) {
    /** The one value that a release opens, and what for; or the pool out of which it gets one. */
    public record Opening(UUID value, String purpose) {}

    /** The two queues: whoever has no valid credential must not push aside those who have. */
    public enum Lane {
        KNOWN,
        STRANGER
    }

    /** A fact: nothing was decided and nothing is held. */
    public static Intent note(Event event, Lane lane) {
        return new Intent(event, Optional.empty(), List.of(), OptionalLong.empty(), Map.of(), lane);
    }
}
