// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.outbound;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What the one client to the outside may do beyond the ordinary. */
@ConfigMapping(prefix = "cofactor.outbound")
interface OutboundConfig {
    /** Hosts that may have private addresses, exactly as they stand in an address, between commas. */
    Optional<Set<String>> allowPrivate();
}
