// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "cofactor")
interface SecretsConfig {
    /** How long a deleted secret can be brought back. */
    @WithDefault("P30D")
    Duration restoreWindow();
}
