// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.hashing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes what people type, two at once and no more: each takes 19 MiB and a core, so a crowd at the door would otherwise
 * take the server down. Who does not get his turn within two seconds is told to come back.
 */
@Singleton
public class Hashing {
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 2;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final SecureRandom random;

    Hashing(SecureRandom random) {
        this.random = random;
    }

    public String of(String password) {
        byte[] salt = salt();
        return inTurn(() -> Argon2id.of(password, salt)).toString();
    }

    public boolean matches(String stored, String password) {
        return inTurn(() -> Argon2id.parse(stored).matches(password));
    }

    /** The work of a comparison where there is nothing to compare with, so that time does not tell who exists. */
    public boolean matchesNobody(String password) {
        return inTurn(() -> Argon2id.nobodys().matches(password)) && false;
    }

    /** A salt of its own and the cost of today, for several texts to be hashed alike: then one guess costs one hash. */
    public String recipe() {
        return Argon2id.recipe(salt());
    }

    /** The bare hash of a text by a recipe: whoever keeps it keeps the recipe beside it. */
    public Plaintext by(String recipe, String text) {
        return Plaintext.owning(inTurn(() -> Argon2id.by(recipe, text)));
    }

    /** The same work for nothing, where there is no recipe. */
    public Plaintext byNobodys(String text) {
        return Plaintext.owning(inTurn(() -> Argon2id.by(Argon2id.recipe(new byte[Argon2id.SALT_BYTES]), text)));
    }

    private byte[] salt() {
        byte[] salt = new byte[Argon2id.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** Whatever takes memory and a core. */
    <T> T inTurn(Supplier<T> work) {
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
                    "too many passwords are being looked at: try again in a moment",
                    Duration.ofSeconds(PATIENCE_SECONDS),
                    Map.of(),
                    null);
        }
    }
}
