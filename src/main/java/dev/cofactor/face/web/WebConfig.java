// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cofactor")
interface WebConfig {
    /** Set by the launcher; shows the strip that says so. */
    @WithDefault("false")
    boolean evaluation();
}
