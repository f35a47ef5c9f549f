// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

@ConfigMapping(prefix = "cofactor")
interface GateConfig {
    /** Set by the launcher. */
    @WithDefault("serve")
    String mode();

    /** Whether this process has the keys without which nothing is recorded. */
    default boolean records() {
        return !List.of("migrate", "signer").contains(mode());
    }
}
