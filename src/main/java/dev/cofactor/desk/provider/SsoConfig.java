// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Single sign-on. Without an issuer there is none. */
@ConfigMapping(prefix = "cofactor.sso")
interface SsoConfig {
    /** The provider's address, to the letter as it stands in its tokens. */
    Optional<String> issuer();

    /** What this installation is called at the provider. */
    Optional<String> clientId();

    /** The file with the secret that goes with it, read anew each time; a public client has none. */
    Optional<Path> clientSecretFile();

    /** What people call the provider; it stands on the buttons. */
    @WithDefault("single sign-on")
    String name();

    /** What is asked for, between spaces. */
    @WithDefault("openid")
    String scope();

    /** The claim of the ID token that holds the groups: one text or a list of them. */
    @WithDefault("groups")
    String groupsClaim();

    /** Values of {@code amr}, any of which says that a second factor was shown at the provider. */
    Optional<Set<String>> factorAmr();

    /** Values of {@code acr} that say the same. */
    Optional<Set<String>> factorAcr();
}
