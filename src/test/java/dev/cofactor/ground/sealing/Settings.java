// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's settings, as a test wants them. */
record Settings(@Nullable Path file, Path dataDir, boolean evaluation) implements SealingConfig {
    @Override
    public RootKeySource rootKey() {
        return () -> Optional.ofNullable(file);
    }

    @Override
    public String mode() {
        return "serve";
    }
}
