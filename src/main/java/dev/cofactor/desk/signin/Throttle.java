// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Slows guessing down, per account and in the database, so that neither a restart nor a second node starts anew. An
 * attempt is booked before the password is looked at: parallel guesses count like successive ones.
 */
@ApplicationScoped
@Transactional
class Throttle {
    /** After so long without an attempt an account begins anew. */
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final ThrottleRows rows;
    private final Clock clock;

    Throttle(ThrottleRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws TooManyAttempts while the account has to wait; nothing is booked then, so asking does not prolong it */
    @Transactional(dontRollbackOn = TooManyAttempts.class)
    void book(String typedName) {
        Instant now = clock.instant();
        byte[] account = account(typedName);
        rows.forgetBefore(now.minus(MEMORY));
        if (!rows.book(account, now)) {
            throw new TooManyAttempts(Duration.between(now, rows.freeAt(account).orElse(now)));
        }
    }

    void forget(String typedName) {
        rows.forget(account(typedName));
    }

    private static byte[] account(String typedName) {
        try {
            byte[] name = AccountName.canonical(typedName).getBytes(UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The account has to wait. */
    static final class TooManyAttempts extends Problem {
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
