// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.time.Instant;

/**
 * One period of a clock that began in 1970, and that ran backwards too.
 *
 * @param begin the first instant of it
 * @param end the first instant after it
 */
public record Step(long number, Instant begin, Instant end) {
    public static Step at(Instant instant, Parameters parameters) {
        return of(Math.floorDiv(instant.getEpochSecond(), period(parameters)), parameters);
    }

    public static Step of(long number, Parameters parameters) {
        int period = period(parameters);
        Instant begin = Instant.ofEpochSecond(Math.multiplyExact(number, (long) period));
        return new Step(number, begin, begin.plusSeconds(period));
    }

    private static int period(Parameters parameters) {
        if (!parameters.kind().isTimed()) {
            throw OtpRefused.unexpectedKind();
        }
        return parameters.period();
    }
}
