// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.engine.otp.Algorithm;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What apps are asked to do from now on. Those that are enrolled go on as they were told then. */
@ConfigMapping(prefix = "cofactor.factor")
interface FactorsConfig {
    @WithDefault("SHA1")
    Algorithm algorithm();

    /** 6 or 8. */
    @WithDefault("6")
    int digits();

    /** Seconds, 15 to 120. */
    @WithDefault("30")
    int period();

    /** How many steps before and after the one of our clock are taken too, 0 to 10. */
    @WithDefault("1")
    int window();

    /** For so long an app that was begun waits to be proved. */
    @WithDefault("PT10M")
    Duration patience();

    Recovery recovery();

    /** Recovery codes. */
    interface Recovery {
        /** How many are made, 5 to 100. */
        @WithDefault("10")
        int codes();

        /** How many characters each has, 8 to 32. */
        @WithDefault("8")
        int length();

        /** When so many are left, the person is told. */
        @WithDefault("4")
        int few();
    }
}
