// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords, two at once and no more: each takes 19 MiB and a core, so a crowd at the door would otherwise take
 * the server down. Who does not get his turn within two seconds is told to come back.
 */
@ApplicationScoped
class Hashing {
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final SecureRandom random;

    Hashing(SecureRandom random) {
        this.random = random;
    }

    String of(String password) {
        byte[] salt = new byte[Argon2id.SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> Argon2id.of(password, salt)).toString();
    }

    boolean matches(String stored, String password) {
        return inTurn(() -> Argon2id.parse(stored).matches(password));
    }

    /** The work of a comparison where there is nothing to compare with, so that time does not tell who exists. */
    boolean matchesNobody(String password) {
        return inTurn(() -> Argon2id.nobodys().matches(password)) && false;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overloaded();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Too many people at the door. */
    static final class Overloaded extends Problem {
        Overloaded() {
            super(
                    Kind.UNAVAILABLE,
                    "overloaded",
                    "too many sign-ins at once: try again in a moment",
                    Duration.ofSeconds(PATIENCE_SECONDS),
                    Map.of(),
                    null);
        }
    }
}
