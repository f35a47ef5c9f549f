// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often somebody may use a tool. */
@ConfigMapping(prefix = "cofactor.tools")
interface ToolsConfig {
    /** One person, one service, or one agent in one person's name. */
    @WithDefault("120")
    long perMinute();
}
