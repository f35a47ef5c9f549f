// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the root key is. No setting holds the key itself: an environment is read by too many. */
@ConfigMapping(prefix = "cofactor")
interface UnlockingConfig {
    /** The root key's provider; there is one kind yet. */
    RootKeySource rootKey();

    /** What the root key must not lie in, except in an evaluation. */
    @WithDefault("data")
    Path dataDir();

    /** Whether this is an evaluation, which makes its root key itself. */
    @WithDefault("false")
    boolean evaluation();

    /** Set by the launcher; {@code migrate} and {@code signer} open no keys. */
    @WithDefault("serve")
    String mode();

    /** Where the root key comes from. */
    interface RootKeySource {
        /** A file that {@code cofactor key create} made. */
        Optional<Path> file();
    }
}
