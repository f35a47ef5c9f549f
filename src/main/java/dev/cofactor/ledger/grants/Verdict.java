// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Somebody's yes or no. Why he said no stands in the event.
 *
 * @param uses no more than so many, though the clause gives more
 * @param validFor no longer, though the clause gives longer
 */
public record Verdict(
        UUID id,
        UUID request,
        UUID person,
        boolean yes,
        OptionalInt uses,
        Optional<Duration> validFor,
        UUID event,
        Instant at) {}
