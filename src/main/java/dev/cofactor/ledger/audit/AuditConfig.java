// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cofactor.log.queue")
interface AuditConfig {
    /** How many requests may wait to be recorded; more are refused at once. */
    @WithDefault("4096")
    int known();

    /** How many failures without a valid credential may wait. */
    @WithDefault("256")
    int strangers();

    /** How many of those waiting may be one actor's. */
    @WithDefault("512")
    int share();
}
