// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the provider says of itself, asked again every ten minutes. That it did not answer is not remembered. */
@ApplicationScoped
class Discovery {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final SsoConfig config;
    private final Fetching fetching;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    private record Kept(Discovered what, Instant until) {}

    Discovery(SsoConfig config, Fetching fetching, Clock clock) {
        this.config = config;
        this.fetching = fetching;
        this.clock = clock;
    }

    String issuer() {
        return config.issuer().orElseThrow(ProviderFailed::notSetUp);
    }

    Discovered now() {
        Kept before = kept;
        Instant now = clock.instant();
        if (before != null && before.until.isAfter(now)) {
            return before.what;
        }
        String issuer = issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Discovered found = Discovered.of(fetching.get(URI.create(base + WELL_KNOWN)), issuer);
        kept = new Kept(found, now.plus(FRESH));
        return found;
    }
}
