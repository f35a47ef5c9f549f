// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "cofactor")
interface KeysConfig {
    /** How long one request re-wraps before it answers how much is left. */
    @WithDefault("PT20S")
    Duration rewrapTime();
}
