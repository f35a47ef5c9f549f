// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cofactor.token")
interface TokenConfig {
    /** How many days a token may be good for at the most; those that were given before keep their end. */
    @WithDefault("366")
    int maxDays();
}
