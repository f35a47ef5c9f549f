// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Browsers by which somebody has signed in to an account, by a cookie of their own. It lets nobody in and asks for nothing
 * less: its guesses queue up apart from those of the rest of the world, and no more.
 */
@ApplicationScoped
@Transactional
public class KnownBrowsers {
    /** So long one stays known. */
    public static final Duration MEMORY = Duration.ofDays(180);

    private static final int BYTES = 32;

    private final KnownBrowserRows rows;
    private final Clock clock;
    private final SecureRandom random;

    KnownBrowsers(KnownBrowserRows rows, Clock clock, SecureRandom random) {
        this.rows = rows;
        this.clock = clock;
        this.random = random;
    }

    /** In which somebody queues up who wants to get into this account. */
    public Lane lane(String account, Optional<String> shown) {
        return shown.filter(token -> isKnown(account, token))
                .map(Lane::ofBrowser)
                .orElseGet(() -> Lane.ofAccount(account));
    }

    public boolean isKnown(String account, String token) {
        return rows.isKnown(Lane.ofBrowser(token).key(), Lane.ofAccount(account).key(), clock.instant());
    }

    /** @return what the browser shows from now on; it is nowhere kept */
    public String remember(String account) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.forgetBefore(clock.instant());
        rows.insert(
                Lane.ofBrowser(token).key(),
                Lane.ofAccount(account).key(),
                clock.instant().plus(MEMORY));
        return token;
    }
}
