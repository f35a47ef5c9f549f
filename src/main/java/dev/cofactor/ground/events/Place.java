// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the log put an event.
 *
 * @param addressHash the keyed hash of its address, as in the search table
 */
public record Place(int epoch, long index, Instant time, List<Link> links, Optional<byte[]> addressHash) {
    /** No event before this one in the chain. */
    public static final long NONE = -1;

    /** The event's place in one subject's chain. */
    public record Link(Subject subject, long sequence, long previous) {
        Map<String, Object> members() {
            return Map.of(
                    "kind",
                    subject.kind().word(),
                    "id",
                    subject.id().toString(),
                    "sequence",
                    sequence,
                    "previous",
                    previous);
        }
    }
}
