// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.toll;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many codes, backup codes and fields may be given or tried in a minute, whatever the policies say. */
@ConfigMapping(prefix = "cofactor.limits")
interface LimitsConfig {
    /** To one person, one service, or one agent in one person's name. */
    @WithDefault("1200")
    long perActor();

    /** Of one secret, for all together. */
    @WithDefault("6000")
    long perSecret();
}
