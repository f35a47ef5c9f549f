// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "cofactor")
interface AuditConfig {
    /** Set by the launcher. */
    @WithDefault("serve")
    String mode();

    Log log();

    /** The log. */
    interface Log {
        Queue queue();

        /** Whether nothing is recorded in a database that waits for no standby. */
        @WithDefault("false")
        boolean synchronous();
    }

    /** What may wait to be recorded. */
    interface Queue {
        /** How many requests in all; more are refused at once. */
        @WithDefault("4096")
        int known();

        /** How many failures without a valid credential. */
        @WithDefault("256")
        int strangers();

        /** How many of one actor. */
        @WithDefault("512")
        int share();
    }
}
