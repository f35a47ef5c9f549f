// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Slows guessing down, per account (or {@link Lane}) and in the database, so that neither a restart nor a second node starts anew. An
 * attempt is booked before the password is looked at: parallel guesses count like successive ones.
 */
@ApplicationScoped
@Transactional
public class Throttle {
    /** After so long without an attempt an account begins anew. */
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final ThrottleRows rows;
    private final Clock clock;

    Throttle(ThrottleRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws TooManyAttempts while the lane has to wait; nothing is booked then, so asking does not prolong it */
    @Transactional(dontRollbackOn = TooManyAttempts.class)
    public void book(Lane lane) {
        Instant now = clock.instant();
        rows.forgetBefore(now.minus(MEMORY));
        if (!rows.book(lane.key(), now)) {
            throw new TooManyAttempts(
                    Duration.between(now, rows.freeAt(lane.key()).orElse(now)));
        }
    }

    /** Somebody has proved who he is: what was guessed in this lane is forgotten, what was in others is not. */
    public void forget(Lane lane) {
        rows.forget(lane.key());
    }

    /** The account has to wait. */
    public static final class TooManyAttempts extends Problem {
        TooManyAttempts(Duration wait) {
            super(
                    Kind.TOO_MANY,
                    "too-many",
                    "too many attempts for this account",
                    wait.plusMillis(999).truncatedTo(ChronoUnit.SECONDS),
                    Map.of(),
                    null);
        }
    }
}
