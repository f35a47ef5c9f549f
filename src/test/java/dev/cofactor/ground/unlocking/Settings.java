// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's settings, as a test wants them. */
public record Settings(@Nullable Path file, Path dataDir, boolean evaluation) implements UnlockingConfig {
    /** The provider a server with these settings would have. */
    public static Unlocking unlocking(@Nullable Path file, Path dataDir, boolean evaluation) {
        return new Unlocking(new Settings(file, dataDir, evaluation), new SecureRandom());
    }

    @Override
    public RootKeySource rootKey() {
        return () -> Optional.ofNullable(file);
    }

    @Override
    public String mode() {
        return "serve";
    }
}
