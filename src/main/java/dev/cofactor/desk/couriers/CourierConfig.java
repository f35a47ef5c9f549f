// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient those are who take messages out. */
@ConfigMapping(prefix = "cofactor.couriers")
interface CourierConfig {
    /** How often they look whether something is to be taken out. */
    @WithDefault("PT2S")
    Duration look();

    /** How long they wait after the first failure; after each further one twice as long, and never to the second. */
    @WithDefault("PT30S")
    Duration firstRetry();

    /** They wait no longer than this. */
    @WithDefault("PT1H")
    Duration longestRetry();

    /** What could not be handed over in this time is given up. */
    @WithDefault("P3D")
    Duration giveUp();
}
