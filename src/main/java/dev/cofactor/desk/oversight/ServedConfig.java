// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Who may read the log's tree: leaves and hashes, never a body. */
@ConfigMapping(prefix = "cofactor.log")
interface ServedConfig {
    /** Whether strangers may, without a credential. */
    @WithName("public")
    @WithDefault("false")
    boolean toStrangers();
}
