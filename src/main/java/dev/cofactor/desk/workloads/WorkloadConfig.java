// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far others are trusted who vouch for programs. */
@ConfigMapping(prefix = "cofactor.workloads")
interface WorkloadConfig {
    /** A token that is good for longer than this lets nobody in. */
    @WithDefault("PT24H")
    Duration longestLife();
}
