// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/** Looks at the settings when the server starts: half of single sign-on is none, and is told then and not to the first who comes. */
@ApplicationScoped
class Settings {
    private final SsoConfig config;

    Settings(SsoConfig config) {
        this.config = config;
    }

    void look(@Observes StartupEvent event) {
        check(config);
    }

    static void check(SsoConfig config) {
        if (config.issuer().isEmpty()) {
            if (config.clientId().isPresent() || config.clientSecretFile().isPresent()) {
                throw new IllegalArgumentException(
                        "cofactor.sso.issuer is missing, though other settings of it are there");
            }
            return;
        }
        if (config.clientId().isEmpty()) {
            throw new IllegalArgumentException("cofactor.sso.client-id is missing");
        }
        URI issuer = URI.create(config.issuer().get());
        boolean http = "https".equals(issuer.getScheme()) || "http".equals(issuer.getScheme());
        boolean bare = issuer.getQuery() == null && issuer.getFragment() == null && issuer.getUserInfo() == null;
        if (!http || issuer.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "cofactor.sso.issuer must be an address (https), to the letter as in tokens");
        }
    }
}
