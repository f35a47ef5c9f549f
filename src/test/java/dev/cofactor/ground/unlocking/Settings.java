// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import dev.cofactor.ground.outbound.Lines;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's settings, as a test wants them. */
public record Settings(At rootKey, Path dataDir, boolean evaluation) implements UnlockingConfig {
    private static final Kms NO_KMS = new Kms(Optional.empty(), Optional.empty(), Optional.empty());
    private static final At NOWHERE = new At(Optional.empty(), Optional.empty(), NO_KMS);

    /** A place, and nothing that comes after it. */
    record At(Optional<Path> file, Optional<String> credential, Kms awsKms) implements UnlockingConfig.RootKey {
        @Override
        public Place next() {
            return NOWHERE;
        }
    }

    record Kms(Optional<String> keyId, Optional<URI> endpoint, Optional<Path> credentialsFile)
            implements UnlockingConfig.AwsKms {}

    static Settings of(@Nullable Path file, Path dataDir, boolean evaluation) {
        return new Settings(new At(Optional.ofNullable(file), Optional.empty(), NO_KMS), dataDir, evaluation);
    }

    /** The provider a server with these settings would have. */
    public static Unlocking unlocking(@Nullable Path file, Path dataDir, boolean evaluation) {
        return of(file, dataDir, evaluation).unlocking();
    }

    Unlocking unlocking() {
        return new Unlocking(this, Lines.to(), Clock.systemUTC(), new SecureRandom());
    }

    /** Somebody who opens keys in a way of a test's own. */
    public static Unlocking unlocking(Provider provider, Path dataDir) {
        return new Unlocking(of(null, dataDir, false), Lines.to(), Clock.systemUTC(), new SecureRandom()) {
            @Override
            public Provider provider(boolean sealedBefore) {
                return provider;
            }
        };
    }

    @Override
    public String mode() {
        return "serve";
    }
}
