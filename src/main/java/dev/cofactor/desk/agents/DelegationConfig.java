// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cofactor.delegation")
interface DelegationConfig {
    /** How many days an agent may act for somebody at the most, until he says so again. */
    @WithDefault("90")
    int maxDays();
}
