// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.engine.otp.Code;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.Step;
import dev.cofactor.ground.events.Won;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A code on its way out.
 *
 * @param moment its step, or its counter
 * @param step absent for a counter
 * @param first who took the step before, where it is shared and the caller may hear of him
 * @param at the server's time
 * @param event the record, by which a receipt is asked for
 * @param index where on the log that is
 */
public record Fetched(
        Code code,
        Parameters parameters,
        long moment,
        Optional<Step> step,
        Optional<Won.First> first,
        Instant at,
        UUID event,
        long index) {

    /** For how long it is still good. */
    public Optional<Duration> left() {
        return step.map(one -> Duration.between(at, one.end()));
    }
}
