// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the log is followed. */
@ConfigMapping(prefix = "cofactor.log.stream")
interface FollowConfig {
    /** How often it is looked for new events, once for all who follow. */
    @WithDefault("PT0.5S")
    Duration glance();

    /** After so long without an event an empty line is sent. */
    @WithDefault("PT15S")
    Duration breath();

    /** A stream ends by itself; its reader goes on where it was. */
    @WithDefault("PT1H")
    Duration longest();

    /** Whoever takes nothing for so long is cut off. */
    @WithDefault("PT2M")
    Duration stalled();

    /** How many may follow at once on this node. */
    @WithDefault("16")
    int most();

    /** How many of them with one name. */
    @WithDefault("4")
    int each();
}
