// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cofactor")
interface ClockConfig {
    /** Set by the launcher. */
    @WithDefault("serve")
    String mode();
}
