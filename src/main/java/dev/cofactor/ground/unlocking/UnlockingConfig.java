// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the root key is. No setting holds the key itself: an environment is read by too many. */
@ConfigMapping(prefix = "cofactor")
interface UnlockingConfig {
    RootKey rootKey();

    /** What the root key must not lie in, except in an evaluation. */
    @WithDefault("data")
    Path dataDir();

    /** Whether this is an evaluation, which makes its root key itself. */
    @WithDefault("false")
    boolean evaluation();

    /** Set by the launcher; {@code migrate} and {@code signer} open no keys. */
    @WithDefault("serve")
    String mode();

    /** A root key is in one of these. */
    interface Place {
        /** A file that {@code cofactor key create} made. */
        Optional<Path> file();

        /** The name under which systemd hands such a file over. */
        Optional<String> credential();

        AwsKms awsKms();
    }

    /** The one that is used, and while the root key changes the one that comes after it. */
    interface RootKey extends Place {
        Place next();
    }

    /** A key that AWS keeps. */
    interface AwsKms {
        /** The key's ARN, which names its region too. */
        Optional<String> keyId();

        /** An address other than the region's own, such as an endpoint within a private network. */
        Optional<URI> endpoint();

        /** A file in AWS's own format, closed to others. */
        Optional<Path> credentialsFile();
    }
}
