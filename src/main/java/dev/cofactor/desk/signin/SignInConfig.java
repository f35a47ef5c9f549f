// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "cofactor.session")
interface SignInConfig {
    /** A session nobody uses ends after this time. */
    @WithDefault("PT30M")
    Duration idle();

    /** However much it is used, a session ends after this time. */
    @WithDefault("PT12H")
    Duration longest();
}
