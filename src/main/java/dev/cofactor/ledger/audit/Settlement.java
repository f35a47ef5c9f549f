// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.events.Won;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What became of an intent. Only the first of these means that anything may leave. */
public sealed interface Settlement {
    /** It is on the log, durably. */
    record OnRecord(Recorded recorded, List<Won> won) implements Settlement {}

    /** A claim could not be met; nothing was recorded and nothing is held. */
    record Lost(Loss loss) implements Settlement {}

    /** The world or a row has changed since the decision. */
    record DecideAgain() implements Settlement {}

    /** Too much is waiting already. */
    record Overloaded(Duration retryAfter) implements Settlement {}

    /** It is certainly not on the log. */
    record Unavailable() implements Settlement {}

    /** It may be on the log or not: to the caller a failure, to the log an event to look up. */
    record Unknown(UUID event) implements Settlement {}
}
