// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "cofactor")
interface CodesConfig {
    /** How long a request for a code may wait at the most. */
    @WithDefault("PT50S")
    Duration waitMax();
}
