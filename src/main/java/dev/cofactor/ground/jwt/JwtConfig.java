// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the keys of an issuer are good once they were fetched. */
@ConfigMapping(prefix = "cofactor.issuer-keys")
interface JwtConfig {
    /** After this the issuer is asked again. */
    @WithDefault("PT10M")
    Duration fresh();

    /** So long after they were fetched, should the issuer not answer any more. */
    @WithDefault("PT4H")
    Duration good();
}
